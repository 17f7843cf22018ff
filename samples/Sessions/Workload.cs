using IamCore.Administration.InstanceProfiles;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Sessions;
using IamCore.Sessions.Workloads;
using IamCore.Signing;

namespace Sessions;

/// <summary>A program without any secret of its own: its host knows which workload it is, and its credentials are replaced before they end.</summary>
internal static class Workload
{
    public static async Task RunAsync(Company company)
    {
        Console.WriteLine("A workload with refreshed credentials and no long-term key");
        var account = company.DocumentsAccount;
        await account.ExecuteAsync(new CreateRole(
            "Indexer", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}"""));
        await account.ExecuteAsync(new PutRolePolicy(
            "Indexer", "read", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"*"}]}"""));
        await account.ExecuteAsync(new CreateInstanceProfile("indexer"));
        await account.ExecuteAsync(new AddRoleToInstanceProfile("indexer", "Indexer"));
        await account.ExecuteAsync(new AssociateInstanceProfile("indexer-1", "indexer"));

        #region credentials
        using var credentials = new WorkloadCredentials(company.Directory).Refreshing(company.Documents, "indexer-1");
        var first = await credentials.GetAsync();
        #endregion
        await UseAsync(company, "first credentials", first);
        company.Clock.Advance(TimeSpan.FromHours(5.9)); // six hours they live; a quarter of an hour before their end new ones are fetched
        var second = await credentials.GetAsync();
        for (var i = 0; i < 100 && second == first; i++)
        {
            await Task.Delay(10);
            second = await credentials.GetAsync();
        }

        await UseAsync(company, $"replaced: {second != first}, new ones", second);
        await UseAsync(company, "old ones, still good", first);
        company.Clock.Advance(TimeSpan.FromHours(0.2));
        await UseAsync(company, "old ones, ended", first);
    }

    private static async Task UseAsync(Company company, string who, SessionCredentials credentials)
    {
        try
        {
            var caller = await company.Authenticator.AuthenticateAccessKeyAsync(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken);
            await company.AskAsync(who, caller, "docs:Read", $"arn:aws:docs::{company.Documents}:document/42");
        }
        catch (SignatureException refused)
        {
            Console.WriteLine($"  {who,-34} {"docs:Read",-20} no: {refused.Fault.Code}");
        }
    }
}

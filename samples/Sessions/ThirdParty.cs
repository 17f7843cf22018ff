using IamCore;
using IamCore.Administration.Credentials;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;

namespace Sessions;

/// <summary>A role of another account that a third party assumes: it proves by an external id for which of its customers it works.</summary>
internal static class ThirdParty
{
    public static async Task RunAsync(Company company)
    {
        Console.WriteLine("A role of another account, guarded by an external id");
        await company.PeopleAccount.ExecuteAsync(new CreateUser("auditor"));
        await company.PeopleAccount.ExecuteAsync(new PutUserPolicy(
            "auditor", "assume", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}"""));
        var role = await company.DocumentsAccount.ExecuteAsync(new CreateRole("Audit", $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{company.People}}:user/auditor"},"Action":"sts:AssumeRole",
             "Condition":{"StringEquals":{"sts:ExternalId":"customer-7"} } }]}
            """));
        await company.DocumentsAccount.ExecuteAsync(new PutRolePolicy(
            "Audit", "read", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"*"}]}"""));

        var key = await company.PeopleAccount.ExecuteAsync(new CreateAccessKey("auditor"));
        var auditor = await company.Authenticator.AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
        foreach (var externalId in (string?[])[null, "customer-8", "customer-7"])
        {
            try
            {
                var assumed = await company.Sts.AssumeRoleAsync(auditor, new(role.Value.Arn, "audit-2026") { ExternalId = externalId });
                Console.WriteLine($"  external id {externalId ?? "none",-23}{assumed.Arn}");
                var document = $"arn:aws:docs::{company.Documents}:document/42";
                await company.AskAsync("in the role", assumed.Session, "docs:Read", document);
                await company.AskAsync("with the own key", auditor, "docs:Read", document);
            }
            catch (IamException refusal)
            {
                Console.WriteLine($"  external id {externalId ?? "none",-23}{refusal.ErrorCode}");
            }
        }
    }
}

using IamCore.Administration.Credentials;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Model;
using IamCore.Sessions;

namespace FederationSample;

/// <summary>A broker knows the people of an old system by its own means, and takes on a role for each: with tags, and with who is behind it. It has the only
/// long-term key of the company.</summary>
internal static class Broker
{
    public static async Task RunAsync(Company company)
    {
        Console.WriteLine("A broker for the people of an old system");
        await company.Iam.ExecuteAsync(new CreateUser("broker") { Kind = UserKind.Workload });
        await company.Iam.ExecuteAsync(new PutUserPolicy(
            "broker", "act-for-people", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"],"Resource":"*"}]}"""));
        var role = (await company.Iam.ExecuteAsync(new CreateRole("OldSystem", $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{company.Documents}}:user/broker"},
             "Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"],"Condition":{"Null":{"sts:SourceIdentity":"false"} } }]}
            """))).Value;
        await company.AllowOwnDepartmentAsync("OldSystem");

        var key = await company.Iam.ExecuteAsync(new CreateAccessKey("broker"));
        var broker = await new CallerAuthenticator(company.Directory).AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
        var person = (Name: "hugo", Department: "archive"); // who the old system says it is
        var assumed = await company.Sts.AssumeRoleAsync(broker, new(role.Arn, person.Name) { SourceIdentity = person.Name, Tags = [new("department", person.Department)] });
        Console.WriteLine($"  {person.Name} is now {assumed.Arn}, source identity {assumed.SourceIdentity}");

        // What the person's browser gets is a token that is good once, within 15 minutes.
        var token = await company.Sts.CreateSignInTokenAsync(assumed.Session);
        var session = await company.Sts.RedeemSignInTokenAsync(token);
        await company.AskAsync(session, "docs:Read", "arn:aws:docs:::archive/1");
        await company.AskAsync(session, "docs:Read", "arn:aws:docs:::payroll/1");
        await Company.TryAsync("the same sign-in token again", async () => await company.Sts.RedeemSignInTokenAsync(token));
        await Company.TryAsync("a session without saying for whom", async () => await company.Sts.AssumeRoleAsync(broker, new(role.Arn, person.Name)));
    }
}

using IamCore.Administration.Credentials;
using IamCore.Sessions;

namespace Sessions;

/// <summary>A session that got into wrong hands is cut off; those made afterwards work.</summary>
internal static class LeakedSession
{
    public static async Task RunAsync(Company company)
    {
        Console.WriteLine("A leaked session is cut off");
        var document = $"arn:aws:docs::{company.Documents}:document/42";
        var key = await company.PeopleAccount.ExecuteAsync(new CreateAccessKey("auditor"));
        var auditor = await company.Authenticator.AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
        var request = new AssumeRole($"arn:aws:iam::{company.Documents}:role/Audit", "audit-2026") { ExternalId = "customer-7" };
        var leaked = (await company.Sts.AssumeRoleAsync(auditor, request)).Session;
        var other = (await company.Sts.AssumeRoleAsync(auditor, request)).Session;
        await company.AskAsync("the leaked session", leaked, "docs:Read", document);

        await company.DocumentsAccount.ExecuteAsync(new RevokeSession(leaked)); // this one alone
        await company.AskAsync("the leaked session, revoked", leaked, "docs:Read", document);
        await company.AskAsync("another session", other, "docs:Read", document);

        company.Clock.Advance(TimeSpan.FromSeconds(1));
        await company.DocumentsAccount.ExecuteAsync(new RevokeRoleSessions("Audit")); // all so far
        await company.AskAsync("another session, all revoked", other, "docs:Read", document);
        company.Clock.Advance(TimeSpan.FromSeconds(1));
        var fresh = (await company.Sts.AssumeRoleAsync(auditor, request)).Session;
        await company.AskAsync("a new session", fresh, "docs:Read", document);
    }
}

using IamCore.Administration.Credentials;
using IamCore.AspNetCore.Tests.Hosting;
using IamCore.Callers;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Stores;
using IamCore.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.AspNetCore.Tests.Explaining;

/// <summary>A host with the page and a role that alice assumes and users of a provider are mapped to. Team red reads, who came from the provider exports.</summary>
internal static class ExplainedSessions
{
    public const string Mapped = "arn:aws:sts::123456789012:assumed-role/Visitor/visitor1";

    private const string Trust = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":["sts:AssumeRole","sts:TagSession"]},
          {"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::123456789012:oidc-provider/idp.example.com"},"Action":["sts:AssumeRoleWithWebIdentity","sts:TagSession"]}]}
        """;

    private const string Policy = """
        {"Version":"2012-10-17","Statement":[
          {"Sid":"RedTeam","Effect":"Allow","Action":"docs:ReadDocument","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/Team":"red"}}},
          {"Sid":"Visitors","Effect":"Allow","Action":"docs:ExportDocument","Resource":"*","Condition":{"StringEquals":{"idp.example.com:sub":"visitor1"}}}]}
        """;

    public static async Task<TestHost> StartAsync(TimeProvider? time = null)
    {
        var host = await TestHost.StartAsync(
            app =>
            {
                app.MapIamExplain();
                app.MapGet("/x", () => "").RequireIam("docs:ReadDocument", "*");
            },
            new DirectoryBuilder().Account(a => a
                .User("alice", u => u.Inline("All", TestPolicies.AllowAll))
                .Role("Visitor", Trust, r => r.Inline("Visiting", Policy))),
            o => o.Mappings.Insert(0, new IamRoleMapping("https://idp.example.com", identity => identity.HasClaim(c => c.Type == "aud") ? "arn:aws:iam::123456789012:role/Visitor" : null)
            {
                TagClaims = { ["team"] = "Team" },
            }),
            s =>
            {
                if (time is not null)
                {
                    s.AddSingleton(time);
                }
            });
        var provider = new OidcProvider { Id = "idp", Account = AccountId.Parse(TestHost.Account), Name = "idp.example.com", ClientIds = ["app"] };
        Assert.True((await host.Services.GetRequiredService<IDirectoryStore>().CommitAsync(new() { Puts = [provider] }, default)).IsCommitted);
        return host;
    }

    /// <summary>The token of a session that alice has as the role, of a team.</summary>
    public static async Task<string> AssumeAsync(TestHost host, string team)
    {
        var session = await Sts(host).AssumeRoleAsync(
            await AliceAsync(host), new AssumeRole("arn:aws:iam::123456789012:role/Visitor", "onduty") { Tags = [new Tag("Team", team)] });
        return session.Credentials.SessionToken;
    }

    /// <summary>The token of a session that alice got without a second factor.</summary>
    public static async Task<string> SessionTokenAsync(TestHost host) => (await Sts(host).GetSessionTokenAsync(await AliceAsync(host), new GetSessionToken())).Credentials.SessionToken;

    private static SecurityTokenService Sts(TestHost host) => host.Services.GetRequiredService<SecurityTokenService>();

    private static async Task<Caller> AliceAsync(TestHost host)
    {
        var key = await host.Services.GetRequiredService<IamDirectory>().ForAccount(AccountId.Parse(TestHost.Account)).ExecuteAsync(new CreateAccessKey("alice"));
        return await host.Services.GetRequiredService<CallerAuthenticator>().AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
    }
}

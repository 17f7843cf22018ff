using IamCore.Administration.Roles;
using IamCore.AspNetCore.Tests.Hosting;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.AspNetCore.Tests.Principals;

/// <summary>Users of an identity provider as sessions of a role, through its trust policy (ST-056 to ST-058).</summary>
public sealed class RoleMappingTests
{
    private const string Role = "arn:aws:iam::123456789012:role/Visitor";

    [Theory]
    [InlineData("visitor1;aud=app", 200)]
    [InlineData("visitor1;aud=other", 403)]
    [InlineData("stranger;aud=app", 403)]
    [InlineData("visitor1", 403)]
    [InlineData("v;aud=app", 403)]
    public async Task The_trust_policy_and_the_provider_say_whose_session_there_is(string user, int status)
    {
        await using var host = await StartAsync(Trust("Federated", "arn:aws:iam::123456789012:oidc-provider/idp.example.com", "sts:AssumeRoleWithWebIdentity"));
        Assert.Equal(status, await host.StatusAsync("/x", user));
    }

    /// <summary>A statement that names everybody, or an account, opens no role to an identity provider (ST-056).</summary>
    [Theory]
    [InlineData("AWS", "*")]
    [InlineData("AWS", "123456789012")]
    [InlineData("Federated", "arn:aws:iam::123456789012:oidc-provider/other.example.com")]
    public async Task A_trust_policy_that_names_somebody_else_opens_nothing(string kind, string principal)
    {
        await using var host = await StartAsync(Trust(kind, principal, "sts:AssumeRoleWithWebIdentity"));
        Assert.Equal(403, await host.StatusAsync("/x", "visitor1;aud=app"));
    }

    [Fact]
    public async Task Tags_need_to_be_allowed_too()
    {
        var withTags = Trust("Federated", "arn:aws:iam::123456789012:oidc-provider/idp.example.com", "sts:*");
        await using (var host = await StartAsync(withTags))
        {
            Assert.Equal(200, await host.StatusAsync("/team", "visitor1;aud=app;team=red"));
            Assert.Equal(403, await host.StatusAsync("/team", "visitor1;aud=app;team=blue"));
        }

        await using var strict = await StartAsync(Trust("Federated", "arn:aws:iam::123456789012:oidc-provider/idp.example.com", "sts:AssumeRoleWithWebIdentity"));
        Assert.Equal(403, await strict.StatusAsync("/x", "visitor1;aud=app;team=red"));
    }

    [Fact]
    public async Task A_session_lives_until_its_end_and_what_is_allowed_is_what_the_policies_say_now()
    {
        var clock = new FakeTimeProvider(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var host = await StartAsync(
            Trust("Federated", "arn:aws:iam::123456789012:oidc-provider/idp.example.com", "sts:AssumeRoleWithWebIdentity"), clock);
        Assert.Equal(200, await host.StatusAsync("/x", "visitor1;aud=app"));
        var account = host.Services.GetRequiredService<IamDirectory>().ForAccount(AccountId.Parse(TestHost.Account));
        await account.ExecuteAsync(new UpdateAssumeRolePolicy("Visitor", Trust("AWS", "123456789012", "sts:AssumeRole")));
        Assert.Equal(200, await host.StatusAsync("/x", "visitor1;aud=app"));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(403, await host.StatusAsync("/x", "visitor1;aud=app"));
    }

    private static string Trust(string kind, string principal, string action) => $$$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"{{{kind}}}":"{{{principal}}}"},"Action":"{{{action}}}",
          "Condition":{"StringLike":{"idp.example.com:sub":"v*"} } }]}
        """;

    private static async Task<TestHost> StartAsync(string trust, TimeProvider? time = null)
    {
        var host = await TestHost.StartAsync(
            app =>
            {
                app.MapGet("/x", () => "").RequireIam("docs:Visit", "*");
                app.MapGet("/team", () => "").RequireIam("docs:Team", "*");
            },
            new DirectoryBuilder().Account(a => a.Role("Visitor", trust, r => r.Inline("p", """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"docs:Visit","Resource":"*","Condition":{"StringEquals":{"aws:FederatedProvider":"arn:aws:iam::123456789012:oidc-provider/idp.example.com"}}},
                  {"Effect":"Allow","Action":"docs:Team","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/Team":"red"}}}]}
                """))),
            o =>
            {
                o.Mappings.Clear();
                o.Map(new IamRoleMapping("https://idp.example.com", identity => identity.HasClaim(c => c.Type == "aud") ? Role : null) { TagClaims = { ["team"] = "Team" } });
            },
            s =>
            {
                if (time is not null)
                {
                    s.AddSingleton(time);
                }
            });
        var store = host.Services.GetRequiredService<IDirectoryStore>();
        var provider = new OidcProvider { Id = "idp", Account = AccountId.Parse(TestHost.Account), Name = "idp.example.com", ClientIds = ["app"] };
        Assert.True((await store.CommitAsync(new() { Puts = [provider] }, default)).IsCommitted);
        return host;
    }
}

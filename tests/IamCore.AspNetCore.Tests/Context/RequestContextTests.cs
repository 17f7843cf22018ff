using System.Globalization;
using IamCore.AspNetCore.Tests.Hosting;
using IamCore.Policies;
using IamCore.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.AspNetCore.Tests.Context;

/// <summary>What a request tells of itself, and what it cannot.</summary>
public sealed class RequestContextTests
{
    [Theory]
    [InlineData("Ip", """{"IpAddress":{"aws:SourceIp":"127.0.0.0/8"}}""", 200)]
    [InlineData("Ip", """{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""", 403)]
    [InlineData("Https", """{"Bool":{"aws:SecureTransport":"true"}}""", 403)]
    [InlineData("Https", """{"Bool":{"aws:SecureTransport":"false"}}""", 200)]
    [InlineData("Agent", """{"StringLike":{"aws:UserAgent":"curl/*"}}""", 200)]
    [InlineData("Agent", """{"StringLike":{"aws:UserAgent":"wget/*"}}""", 403)]
    [InlineData("Referer", """{"StringEquals":{"aws:referer":"https://example.com/"}}""", 200)]
    [InlineData("Time", """{"DateGreaterThan":{"aws:CurrentTime":"2020-01-01T00:00:00Z"}}""", 200)]
    [InlineData("Time", """{"DateGreaterThan":{"aws:CurrentTime":"2999-01-01T00:00:00Z"}}""", 403)]
    [InlineData("Team", """{"StringEquals":{"aws:PrincipalTag/Team":"red"}}""", 200)]
    [InlineData("Team", """{"StringEquals":{"aws:PrincipalTag/Team":"blue"}}""", 403)]
    [InlineData("OtherClaim", """{"Null":{"aws:PrincipalTag/mfa":"true","aws:PrincipalTag/sub":"true"}}""", 200)]
    [InlineData("NoMfa", """{"Bool":{"aws:MultiFactorAuthPresent":"false"}}""", 200)]
    [InlineData("Mfa", """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""", 403)]
    [InlineData("Provider", """{"StringEquals":{"app:Plan":"gold"}}""", 200)]
    public async Task A_condition_sees_the_request_as_it_is(string action, string condition, int status)
    {
        await using var host = await StartAsync(action, condition);
        Assert.Equal(status, await host.StatusAsync("/x", "alice;team=red", headers: [("User-Agent", "curl/8.0"), ("Referer", "https://example.com/")]));
    }

    [Fact]
    public async Task A_second_factor_counts_as_long_as_the_policy_says()
    {
        await using var host = await StartAsync("Fresh", """{"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"},"Bool":{"aws:MultiFactorAuthPresent":"true"}}""");
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal(200, await host.StatusAsync("/x", Signed(now.AddMinutes(-5))));
        Assert.Equal(403, await host.StatusAsync("/x", Signed(now.AddHours(-2))));
        Assert.Equal(403, await host.StatusAsync("/x", "alice"));

        static string Signed(DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"alice;mfa={time.ToUnixTimeSeconds()}");
    }

    /// <summary>Whatever a caller sends under the names of keys, and whatever claims are called so, sets none of them (EV-013).</summary>
    [Theory]
    [InlineData("aws:MultiFactorAuthPresent", """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""", "true")]
    [InlineData("aws:SourceIp", """{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""", "203.0.113.9")]
    [InlineData("X-Forwarded-For", """{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""", "203.0.113.9")]
    [InlineData("X-Forwarded-Proto", """{"Bool":{"aws:SecureTransport":"true"}}""", "https")]
    [InlineData("aws:PrincipalTag/Team", """{"StringEquals":{"aws:PrincipalTag/Team":"red"}}""", "red")]
    [InlineData("aws:username", """{"StringEquals":{"aws:username":"admin"}}""", "admin")]
    [InlineData("aws:PrincipalArn", """{"StringEquals":{"aws:PrincipalArn":"arn:aws:iam::123456789012:user/admin"}}""", "arn:aws:iam::123456789012:user/admin")]
    [InlineData("aws:TokenIssueTime", """{"Null":{"aws:TokenIssueTime":"false"}}""", "2026-01-01T00:00:00Z")]
    [InlineData("aws:ResourceTag/Class", """{"StringEquals":{"aws:ResourceTag/Class":"public"}}""", "public")]
    [InlineData("aws:ResourceAccount", """{"StringEquals":{"aws:ResourceAccount":"999999999999"}}""", "999999999999")]
    public async Task Headers_and_claims_set_no_key(string name, string condition, string value)
    {
        await using var host = await StartAsync("Any", condition);
        var header = name.Replace(':', '-').Replace('/', '-');
        Assert.Equal(403, await host.StatusAsync($"/x?{name}={Uri.EscapeDataString(value)}", $"alice;{name}={value}", headers: [(header, value)]));
    }

    /// <summary>A provider of the host that answers everything is not asked for what the engine or the session knows.</summary>
    [Theory]
    [InlineData("aws:MultiFactorAuthPresent", "true")]
    [InlineData("aws:PrincipalTag/Team", "gold")]
    [InlineData("aws:TokenIssueTime", "gold")]
    [InlineData("aws:SourceIp", "gold")]
    [InlineData("aws:userid", "gold")]
    [InlineData("aws:PrincipalOrgID", "gold")]
    public async Task Providers_are_not_asked_for_derived_keys(string key, string value)
    {
        var provider = new Asked(value);
        await using var host = await StartAsync("Any", $$$"""{"StringEquals":{"{{{key}}}":"{{{value}}}"}}""", s => s.AddSingleton<IIamContextProvider>(provider));
        Assert.Equal(403, await host.StatusAsync("/x", "alice"));
        Assert.DoesNotContain(provider.Keys, k => k.Equals(key, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_provider_is_asked_only_when_a_statement_needs_it_and_once()
    {
        var provider = new Asked("public");
        await using var host = await TestHost.StartAsync(
            app =>
            {
                app.MapGet("/plain/{id}", (string id) => id).RequireIam("docs:Plain", "arn:app:docs::123456789012:document/{id}");
                app.MapGet("/tagged/{id}", (string id) => id).RequireIam("docs:Tagged", "arn:app:docs::123456789012:document/{id}");
            },
            new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("p", """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"docs:Plain","Resource":"*"},
                  {"Effect":"Allow","Action":"docs:Tagged","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/Class":"public"}}},
                  {"Effect":"Deny","Action":"docs:Tagged","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/Class":"secret"}}}]}
                """))),
            services: s => s.AddSingleton<IIamContextProvider>(provider));
        Assert.Equal(200, await host.StatusAsync("/plain/1", "alice"));
        Assert.Empty(provider.Keys);
        Assert.Equal(200, await host.StatusAsync("/tagged/1", "alice"));
        Assert.Equal(["aws:resourcetag/class arn:app:docs::123456789012:document/1"], provider.Keys.Zip(provider.Resources, (k, r) => $"{k} {r}"));
    }

    [Fact]
    public async Task Behind_a_proxy_the_address_is_what_the_host_configured()
    {
        await using var host = await TestHost.StartAsync(
            app => app.MapGet("/x", () => "").RequireIam("docs:Any", "*"),
            Alice("Any", """{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"},"Bool":{"aws:SecureTransport":"true"}}"""),
            services: s => s.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter>(new Forwarding()));
        Assert.Equal(200, await host.StatusAsync("/x", "alice", headers: [("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https")]));
        Assert.Equal(403, await host.StatusAsync("/x", "alice", headers: [("X-Forwarded-For", "198.51.100.1"), ("X-Forwarded-Proto", "https")]));
    }

    private static DirectoryBuilder Alice(string action, string condition) => new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline(
        "p", $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:{{action}}","Resource":"*","Condition":{{condition}} }]}""")));

    private static Task<TestHost> StartAsync(string action, string condition, Action<IServiceCollection>? services = null) => TestHost.StartAsync(
        app => app.MapGet("/x", () => "").RequireIam($"docs:{action}", "*"),
        Alice(action, condition),
        services: services ?? (s => s.AddSingleton<IIamContextProvider>(new Plan())));

    private sealed class Plan : IIamContextProvider
    {
        public ContextValue Find(ContextKey key, ResourceName resource, HttpContext http) => key.Name == "app:plan" ? "gold" : ContextValue.Absent;
    }

    private sealed class Asked(string answer) : IIamContextProvider
    {
        public List<string> Keys { get; } = [];

        public List<string> Resources { get; } = [];

        public ContextValue Find(ContextKey key, ResourceName resource, HttpContext http)
        {
            Keys.Add(key.Name);
            Resources.Add(resource.ToString());
            return answer;
        }
    }

    private sealed class Forwarding : Microsoft.AspNetCore.Hosting.IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
            next(app);
        };
    }
}

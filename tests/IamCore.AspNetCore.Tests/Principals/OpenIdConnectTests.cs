using System.Net;
using System.Security.Cryptography;
using IamCore.AspNetCore.Tests.Hosting;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace IamCore.AspNetCore.Tests.Principals;

/// <summary>
/// Sign-ins by the framework's OpenID Connect handler (authorization code flow with PKCE, id_token with nonce) at a provider on a
/// loopback port, kept in a cookie, and mapped to users and to sessions of roles.
/// </summary>
public sealed class OpenIdConnectTests
{
    private const string Provider = "arn:aws:iam::123456789012:oidc-provider/idp.example.com";

    private const string Trust = $$$"""
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"{{{Provider}}}"},"Action":["sts:AssumeRoleWithWebIdentity","sts:TagSession"],
          "Condition":{"StringLike":{"idp.example.com:sub":"v*"},"StringEquals":{"idp.example.com:aud":"app"} } } }
        """;

    private static string Policy { get; } = $$"""
        {"Version":"2012-10-17","Statement":[
          {{When("audience", "StringEquals", "idp.example.com:aud", "app")}},
          {{When("subject", "StringEquals", "idp.example.com:sub", "visitor1")}},
          {{When("methods", "ForAnyValue:StringEquals", "idp.example.com:amr", "mfa")}},
          {{When("provider", "StringEquals", "aws:FederatedProvider", Provider)}},
          {{When("tag", "StringEquals", "aws:PrincipalTag/Team", "red")}},
          {{When("other", "StringEquals", "idp.example.com:sub", "visitor2")}}]}
        """;

    [Fact] // ST-058: each path is open to one key
    public async Task A_sign_in_makes_a_role_session_with_the_keys_of_its_provider()
    {
        await using var issuer = await StartIssuerAsync();
        await using var host = await StartAsync(issuer, AsRole());
        using var browser = Browser();
        foreach (var path in new[] { "audience", "subject", "methods", "provider", "tag" })
        {
            Assert.Equal((path, 200), (path, await StatusAsync(browser, host, path)));
        }

        Assert.Equal(403, await StatusAsync(browser, host, "other"));
        Assert.Equal(1, issuer.SignIns); // the cookie carries the rest
    }

    [Fact] // ST-056
    public async Task An_identity_that_the_trust_policy_does_not_name_is_refused()
    {
        await using var issuer = await StartIssuerAsync();
        issuer.SignedIn["sub"] = "stranger1";
        await using var host = await StartAsync(issuer, AsRole());
        using var browser = Browser();
        Assert.Equal(403, await StatusAsync(browser, host, "subject"));
    }

    /// <summary>The handler takes <c>aud</c> out of the identity, so <see cref="IamRoleMapping.Audience"/> must be given.</summary>
    [Fact] // ST-054
    public async Task Without_an_audience_the_handlers_identity_has_no_role()
    {
        await using var issuer = await StartIssuerAsync();
        await using var host = await StartAsync(issuer, new IamRoleMapping(LoopbackIssuer.Issuer, _ => "arn:aws:iam::123456789012:role/Visitor"));
        using var browser = Browser();
        Assert.Equal(403, await StatusAsync(browser, host, "subject"));
        Assert.Equal(1, issuer.SignIns);
    }

    [Fact]
    public async Task A_sign_in_is_the_user_whom_a_claim_names()
    {
        await using var issuer = await StartIssuerAsync();
        await using var host = await StartAsync(
            issuer, new IamUserMapping(identity => identity.FindFirst("preferred_username") is { } name ? $"arn:aws:iam::123456789012:user/{name.Value}" : null));
        using var browser = Browser();
        Assert.Equal(200, await StatusAsync(browser, host, "subject"));
        Assert.Equal(403, await StatusAsync(browser, host, "tag"));
        issuer.SignedIn["preferred_username"] = "bob";
        using var another = Browser();
        Assert.Equal(403, await StatusAsync(another, host, "subject"));
    }

    [Theory]
    [InlineData("nonce", "of another sign-in")]
    [InlineData("aud", "another-app")]
    public async Task An_id_token_of_another_sign_in_or_client_signs_nobody_in(string claim, string value)
    {
        await using var issuer = await StartIssuerAsync();
        issuer.SignedIn[claim] = value;
        await using var host = await StartAsync(issuer, AsRole());
        using var browser = Browser();
        Assert.Equal(401, await StatusAsync(browser, host, "subject"));
        Assert.Equal(1, issuer.SignIns);
    }

    [Fact]
    public async Task An_id_token_that_another_key_signed_signs_nobody_in()
    {
        await using var issuer = await StartIssuerAsync();
        using var rsa = RSA.Create(2048);
        issuer.SigningKey = new RsaSecurityKey(rsa) { KeyId = issuer.Key.KeyId };
        await using var host = await StartAsync(issuer, AsRole());
        using var browser = Browser();
        Assert.Equal(401, await StatusAsync(browser, host, "subject"));
        Assert.Equal(1, issuer.SignIns);
    }

    private static IamRoleMapping AsRole() => new(LoopbackIssuer.Issuer, _ => "arn:aws:iam::123456789012:role/Visitor")
    {
        Audience = _ => LoopbackIssuer.ClientId, TagClaims = { ["team"] = "Team" },
    };

    private static string When(string action, string test, string key, string value) =>
        $$$"""{"Effect":"Allow","Action":"docs:{{{action}}}","Resource":"*","Condition":{"{{{test}}}":{"{{{key}}}":"{{{value}}}"} } }""";

    private static HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = true, CookieContainer = new CookieContainer() });

    private static async Task<int> StatusAsync(HttpClient browser, TestHost host, string path)
    {
        using var response = await browser.GetAsync(new Uri(host.Address, path));
        return (int)response.StatusCode;
    }

    private static async Task<LoopbackIssuer> StartIssuerAsync()
    {
        var issuer = await LoopbackIssuer.StartAsync();
        issuer.SignedIn["sub"] = "visitor1";
        issuer.SignedIn["amr"] = new[] { "pwd", "mfa" };
        issuer.SignedIn["team"] = "red";
        issuer.SignedIn["preferred_username"] = "alice";
        return issuer;
    }

    private static async Task<TestHost> StartAsync(LoopbackIssuer issuer, IamPrincipalMapping mapping)
    {
        var host = await TestHost.StartAsync(
            app =>
            {
                foreach (var path in new[] { "audience", "subject", "methods", "provider", "tag", "other" })
                {
                    app.MapGet($"/{path}", () => "").WithMetadata(new IamAuthorizeAttribute($"docs:{path}", "*"));
                }
            },
            new DirectoryBuilder().Account(a => a
                .User("alice", u => u.Inline("p", TestPolicies.Allow("docs:subject")))
                .Role("Visitor", Trust, r => r.Inline("p", Policy))),
            o =>
            {
                o.Mappings.Clear();
                o.Map(mapping);
            },
            services => Authenticate(services, issuer));
        var store = host.Services.GetRequiredService<IDirectoryStore>();
        var provider = new OidcProvider { Id = "idp", Account = AccountId.Parse(TestHost.Account), Name = "idp.example.com", ClientIds = [LoopbackIssuer.ClientId] };
        Assert.True((await store.CommitAsync(new() { Puts = [provider] }, default)).IsCommitted);
        return host;
    }

    /// <summary>As ASP.NET Core's templates have it, but that the provider and the host speak plain HTTP on the loopback device.</summary>
    private static void Authenticate(IServiceCollection services, LoopbackIssuer issuer) => services
        .AddAuthentication(o =>
        {
            o.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            o.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
        })
        .AddCookie(o => o.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        })
        .AddOpenIdConnect(o =>
        {
            o.MetadataAddress = new Uri(issuer.Address, ".well-known/openid-configuration").ToString();
            (o.ClientId, o.ClientSecret) = (LoopbackIssuer.ClientId, "secret");
            (o.ResponseType, o.ResponseMode) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query);
            o.MapInboundClaims = false;
            o.RequireHttpsMetadata = false;
            (o.CorrelationCookie.SecurePolicy, o.CorrelationCookie.SameSite) = (CookieSecurePolicy.SameAsRequest, SameSiteMode.Lax);
            (o.NonceCookie.SecurePolicy, o.NonceCookie.SameSite) = (CookieSecurePolicy.SameAsRequest, SameSiteMode.Lax);
            o.Events.OnRemoteFailure = context =>
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
}

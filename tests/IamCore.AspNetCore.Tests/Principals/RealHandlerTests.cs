using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using IamCore.AspNetCore.Tests.Hosting;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IamCore.AspNetCore.Tests.Principals;

/// <summary>
/// Identities as the framework's own handlers make them — cookies, bearer tokens, the authorization code flow — mapped to users and to sessions of roles. The provider
/// is a real one on a loopback port.
/// </summary>
public sealed class RealHandlerTests
{
    private const string Provider = "arn:aws:iam::123456789012:oidc-provider/idp.example.com";

    /// <summary>ST-058: what the provider said stays a context key of the session. Each path is open to one key.</summary>
    [Theory]
    [InlineData("/audience")]
    [InlineData("/subject")]
    [InlineData("/methods")]
    [InlineData("/provider")]
    [InlineData("/source")]
    [InlineData("/tag")]
    [InlineData("/user-id")]
    public async Task A_bearer_token_makes_a_role_session_with_the_keys_of_its_provider(string path)
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        await using var host = await StartAsync(issuer);
        Assert.Equal(200, await BearerAsync(host, path, issuer.Issue(Full())));
    }

    /// <summary>ST-058: <c>azp</c> and the requested source identity are for the trust decision alone.</summary>
    [Theory]
    [InlineData("/party")]
    [InlineData("/nothing")]
    public async Task Keys_of_the_trust_decision_alone_are_not_the_sessions(string path)
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        await using var host = await StartAsync(issuer);
        Assert.Equal(403, await BearerAsync(host, path, issuer.Issue(Full())));
    }

    [Theory]
    [InlineData("amr", "pwd")]
    [InlineData("azp", "other")]
    [InlineData("sub", "stranger1")]
    [InlineData("sub", "v1234")]
    [InlineData("https://aws.amazon.com/source_identity", "Mallory")]
    public async Task The_trust_policy_sees_the_claims_that_the_handler_verified(string claim, string value)
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        await using var host = await StartAsync(issuer);
        var claims = Full();
        claims[claim] = value;
        Assert.Equal(403, await BearerAsync(host, "/subject", issuer.Issue(claims)));
    }

    /// <summary>ST-054: of several audiences the authorized party counts.</summary>
    [Theory]
    [InlineData("app", 200)]
    [InlineData("other", 403)]
    [InlineData(null, 403)]
    public async Task Of_several_audiences_the_authorized_party_counts(string? party, int status)
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        await using var host = await StartAsync(issuer);
        var claims = Full();
        claims["aud"] = new[] { "first", LoopbackIssuer.ClientId };
        claims.Remove("azp");
        if (party is not null)
        {
            claims["azp"] = party;
        }

        Assert.Equal(status, await BearerAsync(host, "/subject", issuer.Issue(claims)));
    }

    [Fact]
    public async Task A_token_that_the_handler_refuses_is_nobody()
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        await using var host = await StartAsync(issuer);
        using var rsa = RSA.Create(2048);
        Assert.Equal(401, await BearerAsync(host, "/subject", issuer.Issue(Full(), new RsaSecurityKey(rsa) { KeyId = "key-1" })));
        Assert.Equal(401, await BearerAsync(host, "/subject", issuer.Issue(Full(), issuer: "https://evil.example.com")));
        Assert.Equal(401, await BearerAsync(host, "/subject", "nonsense"));
    }

    /// <summary>A mapping of one provider never takes another's users, even where the host's handler accepts both.</summary>
    [Fact]
    public async Task A_mapping_takes_the_users_of_its_issuer_alone()
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        await using var host = await StartAsync(issuer, bearer => bearer.TokenValidationParameters.ValidIssuers = [LoopbackIssuer.Issuer, "https://other.example.com"]);
        Assert.Equal(200, await BearerAsync(host, "/subject", issuer.Issue(Full())));
        Assert.Equal(403, await BearerAsync(host, "/subject", issuer.Issue(Full(), issuer: "https://other.example.com")));
    }

    [Fact]
    public async Task A_sign_in_by_authorization_code_lives_on_in_a_cookie_as_a_session_of_the_role()
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        foreach (var (claim, value) in Full())
        {
            issuer.SignedIn[claim] = value;
        }

        await using var host = await StartAsync(issuer);
        using var browser = Browser();
        Assert.Equal(200, await StatusAsync(browser, host, "/code/subject")); // by way of the provider and back
        issuer.SignedIn["sub"] = "stranger1";
        Assert.Equal(200, await StatusAsync(browser, host, "/code/methods")); // by the cookie
        using var another = Browser();
        Assert.Equal(403, await StatusAsync(another, host, "/code/subject"));
    }

    [Fact]
    public async Task A_cookie_is_its_user_until_it_signs_out_and_an_altered_one_is_nobody()
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        await using var host = await StartAsync(issuer);
        using var browser = Browser();
        Assert.Equal(401, await StatusAsync(browser, host, "/users/alice"));
        Assert.Equal(200, await StatusAsync(browser, host, "/sign-in?user=alice"));
        Assert.Equal(200, await StatusAsync(browser, host, "/users/alice"));
        Assert.Equal(403, await StatusAsync(browser, host, "/users/bob"));
        Assert.Equal(200, await StatusAsync(browser, host, "/sign-out"));
        Assert.Equal(401, await StatusAsync(browser, host, "/users/alice"));

        using var forger = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "/users/alice"));
        request.Headers.Add("Cookie", ".AspNetCore.Cookies=CfDJ8Ao9");
        using var response = await forger.SendAsync(request);
        Assert.Equal(401, (int)response.StatusCode);
    }

    private static Dictionary<string, object> Full() => new()
    {
        ["sub"] = "visitor1",
        ["aud"] = LoopbackIssuer.ClientId,
        ["azp"] = "app",
        ["amr"] = new[] { "pwd", "mfa" },
        ["team"] = "red",
        ["https://aws.amazon.com/source_identity"] = "Diego",
    };

    /// <summary>Any signed-in user of the provider whose token says so; the source identity may be Diego's alone.</summary>
    private const string Trust = $$$"""
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Principal":{"Federated":"{{{Provider}}}"},"Action":["sts:AssumeRoleWithWebIdentity","sts:TagSession"],
            "Condition":{"StringLike":{"idp.example.com:sub":"v*"},"StringEquals":{"idp.example.com:aud":"app"},"ForAnyValue:StringEquals":{"idp.example.com:amr":"mfa"},
              "StringEqualsIfExists":{"idp.example.com:azp":"app"} } },
          {"Effect":"Allow","Principal":{"Federated":"{{{Provider}}}"},"Action":"sts:SetSourceIdentity","Condition":{"StringEquals":{"sts:SourceIdentity":"Diego"} } }]}
        """;

    private static string Policy { get; } = $$"""
        {"Version":"2012-10-17","Statement":[
          {{When("audience", "StringEquals", "idp.example.com:aud", "app")}},
          {{When("subject", "StringEquals", "idp.example.com:sub", "visitor1")}},
          {{When("methods", "ForAnyValue:StringEquals", "idp.example.com:amr", "mfa")}},
          {{When("provider", "StringEquals", "aws:FederatedProvider", Provider)}},
          {{When("source", "StringEquals", "aws:SourceIdentity", "Diego")}},
          {{When("tag", "StringEquals", "aws:PrincipalTag/Team", "red")}},
          {{When("user-id", "StringLike", "aws:userid", "AROA*:visitor1")}},
          {{When("party", "StringEquals", "idp.example.com:azp", "app")}}]}
        """;

    private static string When(string action, string test, string key, string value) =>
        $$$"""{"Effect":"Allow","Action":"docs:{{{action}}}","Resource":"*","Condition":{"{{{test}}}":{"{{{key}}}":"{{{value}}}"} } }""";

    private static HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = true, CookieContainer = new CookieContainer() });

    private static async Task<int> StatusAsync(HttpClient client, TestHost host, string path)
    {
        using var response = await client.GetAsync(new Uri(host.Address, path));
        return (int)response.StatusCode;
    }

    private static async Task<int> BearerAsync(TestHost host, string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", token);
        using var response = await host.Client.SendAsync(request);
        return (int)response.StatusCode;
    }

    private static async Task<TestHost> StartAsync(LoopbackIssuer issuer, Action<JwtBearerOptions>? bearer = null)
    {
        string[] paths = ["audience", "subject", "methods", "provider", "source", "tag", "user-id", "party", "nothing"];
        var host = await TestHost.StartAsync(
            app =>
            {
                foreach (var path in paths)
                {
                    app.MapGet($"/{path}", () => "").WithMetadata(new IamAuthorizeAttribute($"docs:{path}", "*") { AuthenticationSchemes = JwtBearerDefaults.AuthenticationScheme });
                    app.MapGet($"/code/{path}", () => "").WithMetadata(new IamAuthorizeAttribute($"docs:{path}", "*") { AuthenticationSchemes = "Provider" });
                }

                app.MapGet("/users/{name}", (string name) => name).WithMetadata(
                    new IamAuthorizeAttribute("docs:Profile", "arn:app:docs::123456789012:profile/{name}") { AuthenticationSchemes = CookieAuthenticationDefaults.AuthenticationScheme });
                app.MapGet("/sign-in", (string user, HttpContext http) => http.SignInAsync(
                    CookieAuthenticationDefaults.AuthenticationScheme, new(new ClaimsIdentity([new("login", user)], CookieAuthenticationDefaults.AuthenticationScheme))));
                app.MapGet("/sign-out", (HttpContext http) => http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme));
            },
            new DirectoryBuilder().Account(a => a
                .User("alice", u => u.Inline("Own", TestPolicies.Allow("docs:Profile", "arn:app:docs::123456789012:profile/${aws:username}")))
                .Role("Visitor", Trust, r => r.Inline("p", Policy))),
            o =>
            {
                o.Mappings.Clear();
                o.Map(new IamUserMapping(identity => identity.FindFirst("login") is { } login ? $"arn:aws:iam::123456789012:user/{login.Value}" : null)
                {
                    AuthenticationType = CookieAuthenticationDefaults.AuthenticationScheme,
                });
                o.Map(new IamRoleMapping(LoopbackIssuer.Issuer, _ => "arn:aws:iam::123456789012:role/Visitor") { TagClaims = { ["team"] = "Team" } });
            },
            s => Authenticate(s, issuer, bearer));
        var store = host.Services.GetRequiredService<IDirectoryStore>();
        var provider = new OidcProvider { Id = "idp", Account = AccountId.Parse(TestHost.Account), Name = "idp.example.com", ClientIds = [LoopbackIssuer.ClientId] };
        Assert.True((await store.CommitAsync(new() { Puts = [provider] }, default)).IsCommitted);
        return host;
    }

    private static void Authenticate(IServiceCollection services, LoopbackIssuer issuer, Action<JwtBearerOptions>? bearer) => services.AddAuthentication()
        .AddCookie(o => o.Events.OnRedirectToLogin = o.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = context.RedirectUri.Contains("AccessDenied", StringComparison.Ordinal) ? 403 : 401;
            return Task.CompletedTask;
        })
        .AddJwtBearer(o =>
        {
            o.MetadataAddress = new Uri(issuer.Address, ".well-known/openid-configuration").ToString();
            o.RequireHttpsMetadata = false;
            o.TokenValidationParameters.ValidAudience = LoopbackIssuer.ClientId;
            bearer?.Invoke(o);
        })
        .AddCookie("Session", o => o.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        })
        .AddPolicyScheme("Provider", null, o =>
        {
            o.ForwardDefault = "Session";
            o.ForwardChallenge = "Code";
        })
        .AddOAuth("Code", o =>
        {
            o.SignInScheme = "Session";
            (o.ClientId, o.ClientSecret, o.CallbackPath, o.UsePkce) = (LoopbackIssuer.ClientId, "secret", "/signed-in", true);
            o.AuthorizationEndpoint = new Uri(issuer.Address, "authorize").ToString();
            o.TokenEndpoint = new Uri(issuer.Address, "token").ToString();
            o.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.CorrelationCookie.SameSite = SameSiteMode.Lax;
            o.Events.OnCreatingTicket = async context =>
            {
                var verified = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(
                    context.TokenResponse.Response!.RootElement.GetProperty("id_token").GetString(),
                    new() { ValidIssuer = LoopbackIssuer.Issuer, ValidAudience = LoopbackIssuer.ClientId, IssuerSigningKey = issuer.Key });
                context.Identity!.AddClaims(verified.ClaimsIdentity.Claims);
            };
        });
}

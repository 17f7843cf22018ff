using System.Text.Json.Nodes;
using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.Federation.Tests.WebIdentity;

/// <summary>The providers that trust policies name without an account having registered them (ID-175, ST-055, ST-057).</summary>
public sealed class BuiltInProviderTests : IDisposable
{
    private readonly World _world = new();

    private readonly TestIssuer _idp = new TestIssuer().Publish("k1", TestIssuer.Rsa());

    private readonly Verifier _verifier = new();

    public static TheoryData<string> BuiltIn => [.. OidcProviderSettings.BuiltIn];

    public void Dispose() => _world.Dispose();

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public async Task ID_175_ST_057_a_registered_built_in_provider_is_named_without_an_account(string provider)
    {
        var role = await RoleAsync(provider, $$"""{"StringEquals":{"{{provider}}:sub":"subject-1","{{provider}}:aud":"app","aws:FederatedProvider":"{{provider}}"} }""");
        var result = await AssumeAsync(Service(provider), role, Token(provider));
        Assert.Equal(SessionKind.WebIdentityRole, result.Session.Kind);
        await _world.AssertKeyAsync(result.Session, "aws:FederatedProvider", provider);
        await _world.AssertKeyAsync(result.Session, $"{provider}:sub", "subject-1");
    }

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public async Task ID_175_without_registration_or_audience_no_token_is_taken(string provider)
    {
        var role = await RoleAsync(provider);
        await RefusedAsync(IamErrorCode.InvalidIdentityToken, new(_world.Directory, new() { KeySource = _idp }), role, Token(provider));
        await RefusedAsync(IamErrorCode.InvalidIdentityToken, new(_world.Directory, new() { KeySource = _idp, Providers = [new(provider)] }), role, Token(provider));
        await RefusedAsync(IamErrorCode.InvalidIdentityToken, Service(provider), role, Token(provider, c => c["aud"] = "another"));
    }

    [Fact]
    public async Task ID_175_a_name_that_is_not_built_in_needs_an_account_that_registers_it()
    {
        var role = await RoleAsync("idp.example.com");
        await RefusedAsync(IamErrorCode.InvalidIdentityToken, Service("idp.example.com"), role, Token("idp.example.com"));
    }

    [Fact]
    public async Task ST_054_ST_057_Google_leaves_out_the_scheme_and_tells_the_authorized_party()
    {
        const string Google = "accounts.google.com";
        var role = await RoleAsync(Google, """{"StringEquals":{"accounts.google.com:aud":"phone","accounts.google.com:oaud":"app"} }""");
        var result = await AssumeAsync(Service(Google), role, Token(Google, c => (c["iss"], c["azp"]) = (Google, "phone")));
        Assert.Equal((Google, "app"), (result.Provider, result.Audience));
        await RefusedAsync(IamErrorCode.AccessDenied, Service(Google), role, Token(Google));
    }

    [Theory]
    [InlineData("authenticated", true)]
    [InlineData("unauthenticated", false)]
    public async Task ST_057_Cognito_tells_guests_apart(string method, bool isTaken)
    {
        const string Cognito = "cognito-identity.amazonaws.com";
        var role = await RoleAsync(Cognito, """{"ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"authenticated"} }""");
        var token = Token(Cognito, c => c["amr"] = method == "authenticated" ? new JsonArray(method, "login.example.com") : new JsonArray(method));
        if (isTaken)
        {
            Assert.NotNull(await AssumeAsync(Service(Cognito), role, token));
        }
        else
        {
            await RefusedAsync(IamErrorCode.AccessDenied, Service(Cognito), role, token);
        }
    }

    [Theory]
    [InlineData("www.amazon.com", "user_id")]
    [InlineData("graph.facebook.com", "id")]
    public async Task ST_055_ST_057_access_tokens_are_the_verifiers_to_judge(string provider, string key)
    {
        var role = await RoleAsync(provider, $$"""{"StringEquals":{"{{provider}}:app_id":"app","{{provider}}:{{key}}":"user-1"} }""");
        var result = await AssumeAsync(Service(provider), role, "good", provider);
        Assert.Equal(("user-1", provider, "app"), (result.SubjectFromWebIdentityToken, result.Provider, result.Audience));
        await _world.AssertKeyAsync(result.Session, $"{provider}:{key}", "user-1");
        await _world.AssertKeyAsync(result.Session, "aws:FederatedProvider", provider);

        var refusal = await RefusedAsync(IamErrorCode.IDPRejectedClaim, Service(provider), role, "revoked", provider);
        Assert.Equal(403, refusal.HttpStatusCode);
        await RefusedAsync(IamErrorCode.InvalidIdentityToken, Service(provider), role, "of another application", provider);
        await RefusedAsync(IamErrorCode.IDPCommunicationError, Service(provider), role, "throws", provider);
        await RefusedAsync(IamErrorCode.AccessDenied, Service(provider), role, "of another user", provider);
        await RefusedAsync(IamErrorCode.InvalidIdentityToken, new(_world.Directory, new() { AccessTokenVerifier = _verifier }), role, "good", provider);
        await RefusedAsync(IamErrorCode.InvalidIdentityToken, new(_world.Directory, new() { Providers = [new(provider) { Audiences = ["app"] }] }), role, "good", provider);
    }

    [Fact]
    public async Task ST_055_a_verifier_that_hangs_is_not_waited_for()
    {
        var role = await RoleAsync("www.amazon.com");
        var service = Service("www.amazon.com");
        var waiting = RefusedAsync(IamErrorCode.IDPCommunicationError, service, role, "hangs", "www.amazon.com");
        await _world.Timers.SetAsync(2); // the one that cancels the verifier, and the one that does not rely on it
        _world.Clock.Advance(service.Options.ProviderTimeout);
        await waiting;
    }

    private FederationService Service(string provider) =>
        new(_world.Directory, new() { Providers = [new(provider) { Audiences = ["app"], KeySource = _idp }], AccessTokenVerifier = _verifier });

    private Task<IamRole> RoleAsync(string provider, string condition = "{}") => _world.RoleAsync("Web", provider, "sts:AssumeRoleWithWebIdentity", condition);

    private string Token(string provider, Action<JsonObject>? with = null)
    {
        var claims = new JsonObject { ["iss"] = $"https://{provider}", ["aud"] = "app", ["sub"] = "subject-1", ["exp"] = _world.Clock.GetUtcNow().AddMinutes(10).ToUnixTimeSeconds() };
        with?.Invoke(claims);
        return TestIssuer.Token(claims);
    }

    private static async Task<WebIdentityRole> AssumeAsync(FederationService service, IamRole role, string token, string? providerId = null) =>
        await service.AssumeRoleWithWebIdentityAsync(new(role.Arn, "session", token) { ProviderId = providerId });

    private static Task<IamException> RefusedAsync(IamErrorCode code, FederationService service, IamRole role, string token, string? providerId = null) =>
        World.RefusedAsync(code, () => AssumeAsync(service, role, token, providerId));

    private sealed class Verifier : IAccessTokenVerifier
    {
        public async ValueTask<AccessTokenIdentity?> VerifyAsync(string providerId, string accessToken, CancellationToken cancellationToken)
        {
            switch (accessToken)
            {
                case "good":
                    return new("app", "user-1");
                case "of another application":
                    return new("another", "user-1");
                case "of another user":
                    return new("app", "user-2");
                case "throws":
                    throw new HttpRequestException("away");
                case "hangs":
                    await new TaskCompletionSource().Task;
                    return null;
                default:
                    return null;
            }
        }
    }
}

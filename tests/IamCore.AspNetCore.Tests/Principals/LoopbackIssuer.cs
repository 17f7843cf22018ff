using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IamCore.AspNetCore.Tests.Principals;

/// <summary>An OpenID Connect provider on a loopback port: discovery, keys, and the authorization code flow for a user who is always the same.</summary>
internal sealed class LoopbackIssuer : IAsyncDisposable
{
    public const string Issuer = "https://idp.example.com";

    public const string ClientId = "app";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly WebApplication _app;
    private readonly Dictionary<string, (string Token, string Challenge)> _codes = [];

    private LoopbackIssuer(WebApplication app)
    {
        _app = app;
        Key = new RsaSecurityKey(_rsa) { KeyId = "key-1" };
        SigningKey = Key;
    }

    public Uri Address { get; private set; } = null!;

    public RsaSecurityKey Key { get; }

    /// <summary>What signs the tokens of the code flow; the published key if it is honest.</summary>
    public SecurityKey SigningKey { get; set; }

    /// <summary>How often the user was sent here.</summary>
    public int SignIns { get; private set; }

    /// <summary>What the tokens of the code flow say. The nonce is that of the request unless it stands here.</summary>
    public Dictionary<string, object> SignedIn { get; } = new() { ["sub"] = "visitor1", ["aud"] = ClientId };

    public static async Task<LoopbackIssuer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var issuer = new LoopbackIssuer(app);
        app.UseRouting();
        app.MapGet("/.well-known/openid-configuration", () => Json(new
        {
            issuer = Issuer,
            jwks_uri = $"{issuer.Address}keys",
            authorization_endpoint = $"{issuer.Address}authorize",
            token_endpoint = $"{issuer.Address}token",
        }));
        app.MapGet("/keys", () => Json(new { keys = new[] { issuer.PublicKey() } }));
        app.MapGet("/authorize", (HttpRequest request) =>
        {
            var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
            issuer._codes[code] = (issuer.Issue(issuer.Claims(request.Query["nonce"]), issuer.SigningKey), request.Query["code_challenge"].ToString());
            issuer.SignIns++;
            return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(request.Query["state"].ToString())}");
        });
        app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return issuer._codes.Remove(form["code"].ToString(), out var grant) && form["client_secret"] == "secret" && ChallengeOf(form["code_verifier"].ToString()) == grant.Challenge
                ? Json(new { access_token = "opaque", token_type = "Bearer", expires_in = 300, id_token = grant.Token }) : Results.BadRequest();
        });
        await app.StartAsync();
        issuer.Address = new(app.Urls.First() + "/");
        return issuer;
    }

    /// <summary>A signed token of these claims, good for five minutes.</summary>
    public string Issue(IReadOnlyDictionary<string, object> claims, SecurityKey? key = null, string issuer = Issuer) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Claims = new Dictionary<string, object>(claims),
            IssuedAt = DateTime.UtcNow,
            NotBefore = DateTime.UtcNow.AddMinutes(-1),
            Expires = DateTime.UtcNow.AddMinutes(5),
            SigningCredentials = new(key ?? Key, SecurityAlgorithms.RsaSha256),
        });

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private static string ChallengeOf(string verifier) => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private Dictionary<string, object> Claims(string? nonce)
    {
        var claims = new Dictionary<string, object>(SignedIn);
        if (nonce is not null)
        {
            claims.TryAdd("nonce", nonce);
        }

        return claims;
    }

    private object PublicKey()
    {
        var parameters = _rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            kid = Key.KeyId,
            n = Base64UrlEncoder.Encode(parameters.Modulus),
            e = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }

    private static IResult Json(object value) => Results.Text(JsonSerializer.Serialize(value), "application/json");
}

using System.Text.Json.Nodes;
using IamCore.Model;

namespace IamCore.Federation.Tests.WebIdentity;

/// <summary>A provider registered for the audience <c>app</c>, with one key <c>k1</c>, and a role that trusts it.</summary>
internal sealed class WebFixture : IDisposable
{
    public const string Audience = "app";

    public const string Subject = "subject-1";

    private WebFixture(FederationOptions? options)
    {
        Idp.Publish("k1", TestIssuer.Rsa());
        Service = new(World.Directory, (options ?? new()) with { KeySource = options?.KeySource ?? Idp });
    }

    public World World { get; } = new();

    public TestIssuer Idp { get; } = new();

    public FederationService Service { get; }

    public IamRole Role { get; private set; } = null!;

    private long Now => World.Clock.GetUtcNow().ToUnixTimeSeconds();

    public static async Task<WebFixture> NewAsync(FederationOptions? options = null, string condition = "{}")
    {
        var fixture = new WebFixture(options);
        await fixture.World.RegisterAsync(Audience);
        fixture.Role = await fixture.World.WebRoleAsync(condition: condition);
        return fixture;
    }

    /// <summary>Claims that are good for ten minutes, with changes.</summary>
    public JsonObject Claims(Action<JsonObject>? with = null)
    {
        var claims = new JsonObject
        {
            ["iss"] = World.Issuer, ["aud"] = Audience, ["sub"] = Subject, ["exp"] = Now + 600, ["iat"] = Now, ["nbf"] = Now,
        };
        with?.Invoke(claims);
        return claims;
    }

    public string Token(Action<JsonObject>? with = null) => TestIssuer.Token(Claims(with));

    public async Task<WebIdentityRole> AssumeAsync(string token, Func<AssumeRoleWithWebIdentity, AssumeRoleWithWebIdentity>? with = null) =>
        await Service.AssumeRoleWithWebIdentityAsync((with ?? (r => r))(new(Role.Arn, "session", token)));

    public Task<IamException> RefusedAsync(IamErrorCode code, string token, Func<AssumeRoleWithWebIdentity, AssumeRoleWithWebIdentity>? with = null) =>
        World.RefusedAsync(code, () => AssumeAsync(token, with));

    public void Dispose() => World.Dispose();
}

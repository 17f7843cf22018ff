using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IamCore.Federation.Tests.WebIdentity;

/// <summary>An OpenID Connect provider of its own making: signs what it is told to, by RFC 7515 and the platform's cryptography alone.</summary>
internal sealed class TestIssuer : IOidcKeySource
{
    private static readonly Lazy<RSA[]> RsaKeys = new(() => [RSA.Create(2048), RSA.Create(2048), RSA.Create(2048)]);

    private readonly List<JsonObject> _published = [];

    /// <summary>How often the keys were asked for.</summary>
    public int Questions => _questions;

    private int _questions;

    /// <summary>What is done in place of answering; for providers that hang or lie.</summary>
    public Func<OidcKeyRequest, CancellationToken, ValueTask<string>>? Instead { get; set; }

    public string KeySet => new JsonObject { ["keys"] = new JsonArray([.. _published.Select(key => key.DeepClone())]) }.ToJsonString();

    /// <summary>One of a few keys of the process: making them takes long.</summary>
    public static RSA Rsa(int number = 0) => RsaKeys.Value[number];

    public TestIssuer Publish(string kid, RSA key, Action<JsonObject>? with = null)
    {
        var p = key.ExportParameters(false);
        return Publish(new() { ["kty"] = "RSA", ["kid"] = kid, ["n"] = Base64Url.EncodeToString(p.Modulus), ["e"] = Base64Url.EncodeToString(p.Exponent) }, with);
    }

    public TestIssuer Publish(string kid, ECDsa key, string curve)
    {
        var p = key.ExportParameters(false);
        return Publish(new() { ["kty"] = "EC", ["kid"] = kid, ["crv"] = curve, ["x"] = Base64Url.EncodeToString(p.Q.X), ["y"] = Base64Url.EncodeToString(p.Q.Y) });
    }

    public TestIssuer Publish(JsonObject key, Action<JsonObject>? with = null)
    {
        with?.Invoke(key);
        _published.Add(key);
        return this;
    }

    public TestIssuer Withdraw(string kid)
    {
        _published.RemoveAll(key => (string?)key["kid"] == kid);
        return this;
    }

    public async ValueTask<string> GetKeysAsync(OidcKeyRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _questions);
        return Instead is null ? KeySet : await Instead(request, cancellationToken);
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public static string Sign(string header, string payload, Func<byte[], byte[]> sign)
    {
        var signed = $"{Encode(header)}.{Encode(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    public static string Token(JsonObject claims, RSA? key = null, string kid = "k1", string algorithm = "RS256", Action<JsonObject>? header = null) =>
        Sign(Header(algorithm, kid, header), claims.ToJsonString(), data => (key ?? Rsa()).SignData(data, Hash(algorithm), RSASignaturePadding.Pkcs1));

    public static string Token(JsonObject claims, ECDsa key, string kid, string algorithm) =>
        Sign(Header(algorithm, kid, null), claims.ToJsonString(), data => key.SignData(data, Hash(algorithm)));

    public static HashAlgorithmName Hash(string algorithm) => algorithm[2..] switch
    {
        "256" => HashAlgorithmName.SHA256,
        "384" => HashAlgorithmName.SHA384,
        _ => HashAlgorithmName.SHA512,
    };

    public static string Header(string algorithm, string? kid, Action<JsonObject>? with)
    {
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" };
        if (kid is not null)
        {
            header["kid"] = kid;
        }

        with?.Invoke(header);
        return header.ToJsonString(new JsonSerializerOptions());
    }
}

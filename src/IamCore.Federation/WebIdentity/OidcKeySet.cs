using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace IamCore.Federation.WebIdentity;

/// <summary>
/// The keys of a provider that can verify signatures: the public parts of RSA and elliptic curve keys. All others are dropped, symmetric
/// keys above
/// all.
/// </summary>
internal sealed class OidcKeySet
{
    public const int MaxLength = 262_144;

    private const int MaxKeys = 100;

    private readonly ILookup<string, JsonWebKey> _keys;

    private OidcKeySet(IEnumerable<JsonWebKey> keys) => _keys = keys.ToLookup(key => key.Kid, StringComparer.Ordinal);

    /// <summary>Returns false if the text is not a key set.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out OidcKeySet? keys)
    {
        keys = null;
        if (text is null || text.Length > MaxLength)
        {
            return false;
        }

        try
        {
            var read = new JsonWebKeySet(text).Keys;
            if (read.Count > MaxKeys)
            {
                return false;
            }

            keys = new(read.Select(Sanitized).OfType<JsonWebKey>());
            return true;
        }
        catch (Exception error) when (error is ArgumentException or System.Text.Json.JsonException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    public bool Contains(string keyId) => _keys.Contains(keyId);

    /// <summary>Returns the only key with an id and algorithm; null if there is none or more than one.</summary>
    public JsonWebKey? Find(string keyId, string algorithm)
    {
        JsonWebKey? found = null;
        foreach (var key in _keys[keyId])
        {
            if (!Fits(key, algorithm))
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = key;
        }

        return found;
    }

    private static bool Fits(JsonWebKey key, string algorithm) => (string.IsNullOrEmpty(key.Alg) || key.Alg == algorithm) && algorithm switch
    {
        "RS256" or "RS384" or "RS512" => key.Kty == JsonWebAlgorithmsKeyTypes.RSA,
        "ES256" => key.Crv == JsonWebKeyECTypes.P256,
        "ES384" => key.Crv == JsonWebKeyECTypes.P384,
        "ES512" => key.Crv == JsonWebKeyECTypes.P521,
        _ => false,
    };

    /// <summary>Returns a key reduced to what verification needs; null if it cannot or must not be used.</summary>
    private static JsonWebKey? Sanitized(JsonWebKey key)
    {
        var isForSignatures = key.Use is null or "" or "sig" && (key.KeyOps is not { Count: > 0 } || key.KeyOps.Contains("verify"));
        if (!isForSignatures || string.IsNullOrEmpty(key.Kid))
        {
            return null;
        }

        try
        {
            return key.Kty switch
            {
                JsonWebAlgorithmsKeyTypes.RSA => Rsa(key),
                JsonWebAlgorithmsKeyTypes.EllipticCurve => EllipticCurve(key),
                _ => null,
            };
        }
        catch (Exception error) when (error is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static JsonWebKey? Rsa(JsonWebKey key)
    {
        using var rsa = RSA.Create(new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(key.N), Exponent = Base64UrlEncoder.DecodeBytes(key.E) });
        return rsa.KeySize is >= 2048 and <= 8192 && key.E.Length <= 8 ? new() { Kty = key.Kty, Kid = key.Kid, Alg = key.Alg, N = key.N, E = key.E } : null;
    }

    private static JsonWebKey? EllipticCurve(JsonWebKey key)
    {
        ECCurve? curve = key.Crv switch
        {
            JsonWebKeyECTypes.P256 => ECCurve.NamedCurves.nistP256,
            JsonWebKeyECTypes.P384 => ECCurve.NamedCurves.nistP384,
            JsonWebKeyECTypes.P521 => ECCurve.NamedCurves.nistP521,
            _ => null,
        };
        if (curve is null)
        {
            return null;
        }

        // Throws if the point is not on the curve.
        using var ecdsa = ECDsa.Create(new ECParameters { Curve = curve.Value, Q = new() { X = Base64UrlEncoder.DecodeBytes(key.X), Y = Base64UrlEncoder.DecodeBytes(key.Y) } });
        return new() { Kty = key.Kty, Kid = key.Kid, Alg = key.Alg, Crv = key.Crv, X = key.X, Y = key.Y };
    }
}

using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace IamCore.Federation.WebIdentity;

/// <summary>
/// A JSON Web Signature in compact form (RFC 7515), parsed strictly: three parts in canonical Base64url, JSON without duplicate names, a
/// known
/// algorithm. Nothing in it is trusted before its signature is verified.
/// </summary>
internal sealed class CompactToken : IDisposable
{
    private static readonly SearchValues<string> Algorithms =
        SearchValues.Create(["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"], StringComparison.Ordinal);

    private readonly JsonDocument _payload;

    private CompactToken(string text, string algorithm, string keyId, JsonDocument payload)
    {
        Text = text;
        Algorithm = algorithm;
        KeyId = keyId;
        _payload = payload;
    }

    public string Text { get; }

    public string Algorithm { get; }

    public string KeyId { get; }

    public JsonElement Claims => _payload.RootElement;

    /// <exception cref="IamException"><c>InvalidIdentityToken</c>: the text is not such a token (ST-054).</exception>
    public static CompactToken Read(string text)
    {
        Span<Range> parts = stackalloc Range[4];
        if (text.AsSpan().Split(parts, '.') != 3 || !IsWhole(text[parts[2]]))
        {
            throw TokenErrors.Invalid("The token is not a signed JSON Web Token.");
        }

        using var header = Parse(text[parts[0]]);
        var (algorithm, keyId) = ReadHeader(header.RootElement);
        return new(text, algorithm, keyId, Parse(text[parts[1]]));
    }

    public void Dispose() => _payload.Dispose();

    /// <summary>
    /// Reads the header. Keys contained in it (<c>jwk</c>, <c>jku</c>, <c>x5c</c>) are ignored; keys come from the provider.
    /// </summary>
    private static (string Algorithm, string KeyId) ReadHeader(JsonElement header)
    {
        if (header.TryGetProperty("crit", out _))
        {
            throw TokenErrors.Invalid("The token has critical header parameters, none of which is supported.");
        }

        if (TextOf(header, "alg") is not { } algorithm || !Algorithms.Contains(algorithm))
        {
            throw TokenErrors.Invalid("The token is not signed with a supported algorithm.");
        }

        return TextOf(header, "kid") is { Length: > 0 } keyId
            ? (algorithm, keyId) : throw TokenErrors.Invalid("The token does not say which key signed it.");
    }

    /// <summary>Returns the text of a member; null if it is absent or not a text.</summary>
    public static string? TextOf(JsonElement parent, string name)
    {
        try
        {
            return parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            throw TokenErrors.Invalid("The token contains text that is not Unicode.");
        }
    }

    private static JsonDocument Parse(string part)
    {
        if (!IsWhole(part))
        {
            throw TokenErrors.Invalid("The token is not in Base64url form.");
        }

        try
        {
            var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part), new() { AllowDuplicateProperties = false, MaxDepth = 16 });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
        }
        catch (JsonException)
        {
            // Reported below, together with JSON that is not an object.
        }

        throw TokenErrors.Invalid("The token must consist of JSON objects without duplicate names.");
    }

    /// <summary>Whether the text is the canonical form of its bytes: no padding, no white space, no unused bits set.</summary>
    private static bool IsWhole(string part) =>
        part.Length > 0 && Base64Url.IsValid(part) && Base64Url.EncodeToString(Base64Url.DecodeFromChars(part)) == part;
}

using System.Collections.Immutable;
using System.Text.Json;

namespace IamCore.Federation.WebIdentity;

/// <summary>The claims of a token. A claim of an unexpected type is an error; it is never ignored.</summary>
internal sealed class TokenClaims(JsonElement claims)
{
    /// <summary>9999-12-31T23:59:59Z, in seconds since 1970.</summary>
    private const long LatestTime = 253_402_300_799;

    /// <summary>Returns a text claim; null if it is absent.</summary>
    public string? Text(string name) => !claims.TryGetProperty(name, out var claim) ? null
        : claim.ValueKind == JsonValueKind.String ? CompactToken.TextOf(claims, name) : throw OfAnotherType(name);

    /// <summary>Returns a claim that is one text or an array of texts; empty if it is absent.</summary>
    public ImmutableArray<string> TextOrTexts(string name) =>
        claims.TryGetProperty(name, out var claim) && claim.ValueKind == JsonValueKind.Array ? Texts(claim, name)
        : Text(name) is { } text ? [text] : [];

    /// <summary>Returns a time claim, in whole seconds since 1970 (ST-054); null if it is absent.</summary>
    public DateTimeOffset? Time(string name) => !claims.TryGetProperty(name, out var claim) ? null
        : claim.ValueKind == JsonValueKind.Number && claim.TryGetInt64(out var seconds) && seconds is >= 0 and <= LatestTime
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : throw OfAnotherType(name);

    /// <summary>Returns a claim that is an object; null if it is absent.</summary>
    public JsonElement? Object(string name) => !claims.TryGetProperty(name, out var claim) ? null
        : claim.ValueKind == JsonValueKind.Object ? claim : throw OfAnotherType(name);

    public static ImmutableArray<string> Texts(JsonElement list, string name)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw OfAnotherType(name))
        {
            texts.Add(item.ValueKind == JsonValueKind.String ? Unicode(item) : throw OfAnotherType(name));
        }

        return texts.ToImmutable();
    }

    public static IamException OfAnotherType(string name) => TokenErrors.Invalid($"The token's claim {name} has the wrong type.");

    private static string Unicode(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw TokenErrors.Invalid("The token contains text that is not Unicode.");
        }
    }
}

using System.Buffers;
using IamCore.Policies.Values;

namespace IamCore.Policies;

/// <summary>The action of a request, <c>service:Name</c> without wildcards (EV-008), compared without regard to case (PL-067).</summary>
public readonly struct ActionName : IParsable<ActionName>, IEquatable<ActionName>
{
    private static readonly SearchValues<char> ServiceChars =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    private static readonly SearchValues<char> NameChars =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/-");

    /// <summary>Applications ask about the same actions again and again.</summary>
    private static readonly RecentTexts<ActionName> Recent = new(512);

    private readonly string? _text;
    private readonly string? _lower;
    private readonly int _colon;

    private ActionName(string text, int colon)
    {
        _text = text;
        _lower = text.ToLowerInvariant();
        _colon = colon;
        Hash = HashOf(text);
        ServiceHash = HashOf(text.AsSpan(0, colon));
    }

    /// <summary>Whether this is the default, which is no action.</summary>
    public bool IsNone => _text is null;

    /// <summary>What stands before the colon, as written.</summary>
    public ReadOnlySpan<char> Service => _text.AsSpan(0, _colon);

    /// <summary>What stands after the colon, as written.</summary>
    public ReadOnlySpan<char> Name => _text is null ? default : _text.AsSpan(_colon + 1);

    /// <summary>Whether the whole text is <paramref name="text"/>, but for case.</summary>
    internal bool IsText(string text) => string.Equals(_text, text, StringComparison.Ordinal) || string.Equals(_text, text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The whole text in lower case, for texts in lower case; it is ASCII (PL-067).</summary>
    internal ReadOnlySpan<char> Lower => _lower;

    /// <summary>The name in lower case, for patterns in lower case; names are ASCII (PL-067).</summary>
    internal ReadOnlySpan<char> LowerName => _lower is null ? default : _lower.AsSpan(_colon + 1);

    /// <summary>Hash of the whole text without regard to case, computed once.</summary>
    internal int Hash { get; }

    /// <summary>Hash of the service without regard to case, computed once.</summary>
    internal int ServiceHash { get; }

    /// <summary>Reads the text; false where it has another form.</summary>
    public static bool TryParse(string? s, out ActionName result)
    {
        result = default;
        if (s is null)
        {
            return false;
        }

        if (Recent.TryFind(s, out result))
        {
            return true;
        }

        if (!TryRead(s, out result))
        {
            return false;
        }

        Recent.Keep(s, result);
        return true;
    }

    /// <summary>Reads the text; false where it has another form.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, out ActionName result) =>
        TryParse(s.ToString(), out result);

    /// <summary>Reads <c>service:Name</c>.</summary>
    /// <exception cref="FormatException">The text is no action, or holds a wildcard.</exception>
    public static ActionName Parse(string s) =>
        TryParse(s, out var result) ? result : throw new FormatException($"\"{s}\" is not an action: expected service:Name without wildcards");

    /// <summary>Reads <c>service:Name</c>.</summary>
    /// <exception cref="FormatException">The text is no action, or holds a wildcard.</exception>
    public static ActionName Parse(ReadOnlySpan<char> s) => Parse(s.ToString());

    /// <summary>The text as written; the empty string for no action.</summary>
    public override string ToString() => _text ?? "";

    static ActionName IParsable<ActionName>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ActionName>.TryParse(string? s, IFormatProvider? provider, out ActionName result) => TryParse(s, out result);

    /// <summary>Compares without regard to case (PL-067).</summary>
    public bool Equals(ActionName other) => Hash == other.Hash && string.Equals(_lower, other._lower, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ActionName other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Hash;

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(ActionName left, ActionName right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(ActionName left, ActionName right) => !left.Equals(right);

    internal static int HashOf(ReadOnlySpan<char> text) => string.GetHashCode(text, StringComparison.OrdinalIgnoreCase);

    private static bool TryRead(string s, out ActionName result)
    {
        result = default;
        var colon = s.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == s.Length - 1
            || s.AsSpan(0, colon).ContainsAnyExcept(ServiceChars) || s.AsSpan(colon + 1).ContainsAnyExcept(NameChars))
        {
            return false;
        }

        result = new ActionName(s, colon);
        return true;
    }
}

namespace IamCore.Policies;

/// <summary>
/// An ARN split at its first five colons (PL-075): <c>arn:partition:service:region:account:resource</c>. Any character may stand in the
/// last field. The default is no ARN.
/// </summary>
public readonly struct Arn : IParsable<Arn>, IEquatable<Arn>
{
    private readonly string? _text;
    private readonly int _service;
    private readonly int _region;
    private readonly int _account;
    private readonly int _resource;

    private Arn(string text, int service, int region, int account, int resource)
    {
        _text = text;
        _service = service;
        _region = region;
        _account = account;
        _resource = resource;
    }

    /// <summary>Whether this is the default, which is no ARN.</summary>
    public bool IsNone => _text is null;

    /// <summary>The second field, for example <c>aws</c>.</summary>
    public ReadOnlySpan<char> Partition => Field(4, _service);

    /// <summary>The third field, for example <c>s3</c>.</summary>
    public ReadOnlySpan<char> Service => Field(_service, _region);

    /// <summary>The fourth field; may be empty.</summary>
    public ReadOnlySpan<char> Region => Field(_region, _account);

    /// <summary>The fifth field; may be empty.</summary>
    public ReadOnlySpan<char> Account => Field(_account, _resource);

    /// <summary>The sixth field: all that follows the fifth colon.</summary>
    public ReadOnlySpan<char> Resource => _text is null ? default : _text.AsSpan(_resource);

    /// <summary>The whole text; never null where there is an ARN.</summary>
    internal string Text => _text!;

    /// <summary>Fields 1 to 5, with the colon after each.</summary>
    internal ReadOnlySpan<char> Head => _text.AsSpan(0, _resource);

    internal int RegionStart => _region;

    internal int AccountStart => _account;

    /// <summary>Where the sixth field starts in the text.</summary>
    internal int ResourceStart => _resource;

    /// <summary>Reads an ARN of six fields; partition, service and resource not empty (PL-076). Allocates only the result's text.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, out Arn result)
    {
        result = default;
        if (!TrySplit(s, out var service, out var region, out var account, out var resource))
        {
            return false;
        }

        result = new Arn(s.ToString(), service, region, account, resource);
        return true;
    }

    /// <summary>Reads an ARN of six fields; partition, service and resource not empty (PL-076).</summary>
    public static bool TryParse(string? s, out Arn result)
    {
        result = default;
        if (s is null || !TrySplit(s, out var service, out var region, out var account, out var resource))
        {
            return false;
        }

        result = new Arn(s, service, region, account, resource);
        return true;
    }

    /// <summary>Reads an ARN.</summary>
    /// <exception cref="FormatException">The text is no ARN of six fields.</exception>
    public static Arn Parse(ReadOnlySpan<char> s) => Parse(s.ToString());

    /// <summary>Reads an ARN.</summary>
    /// <exception cref="FormatException">The text is no ARN of six fields.</exception>
    public static Arn Parse(string s) =>
        TryParse(s, out var result) ? result : throw new FormatException($"\"{s}\" is not an ARN: expected arn:partition:service:region:account:resource");

    /// <summary>The text as read; the empty string for no ARN.</summary>
    public override string ToString() => _text ?? "";

    static Arn IParsable<Arn>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Arn>.TryParse(string? s, IFormatProvider? provider, out Arn result) => TryParse(s, out result);

    /// <summary>Compares character by character, case-sensitively (PL-052).</summary>
    public bool Equals(Arn other) => string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Arn other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _text is null ? 0 : _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Compares character by character.</summary>
    public static bool operator ==(Arn left, Arn right) => left.Equals(right);

    /// <summary>Compares character by character.</summary>
    public static bool operator !=(Arn left, Arn right) => !left.Equals(right);

    private static bool TrySplit(ReadOnlySpan<char> s, out int service, out int region, out int account, out int resource)
    {
        service = region = account = resource = 0;
        if (!s.StartsWith("arn:", StringComparison.Ordinal))
        {
            return false;
        }

        service = After(s, 4);
        region = service < 0 ? -1 : After(s, service);
        account = region < 0 ? -1 : After(s, region);
        resource = account < 0 ? -1 : After(s, account);
        return resource > 0 && resource < s.Length && service > 5 && region > service + 1;
    }

    private static int After(ReadOnlySpan<char> s, int start)
    {
        var colon = s[start..].IndexOf(':');
        return colon < 0 ? -1 : start + colon + 1;
    }

    private ReadOnlySpan<char> Field(int start, int next) => _text is null ? default : _text.AsSpan(start, next - start - 1);
}

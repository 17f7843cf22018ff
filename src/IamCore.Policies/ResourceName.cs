using System.Diagnostics.CodeAnalysis;

namespace IamCore.Policies;

/// <summary>The resource of a request: an ARN, or <c>*</c> where the action names no resource (PL-076). The default is <c>*</c>.</summary>
public readonly struct ResourceName : IParsable<ResourceName>, IEquatable<ResourceName>
{
    private readonly Arn _arn;

    private ResourceName(Arn arn) => _arn = arn;

    /// <summary>The resource of a request that names none.</summary>
    public static ResourceName None => default;

    /// <summary>The ARN; the default ARN for <c>*</c>.</summary>
    public Arn Arn => _arn;

    /// <summary>Whether the request names no resource.</summary>
    public bool IsNone => _arn.IsNone;

    /// <summary>The ARN without a copy.</summary>
    [UnscopedRef]
    internal ref readonly Arn ArnRef => ref _arn;

    /// <summary>Reads the text; false where it has another form.</summary>
    public static bool TryParse(string? s, out ResourceName result)
    {
        result = default;
        if (s == "*")
        {
            return true;
        }

        var isArn = Arn.TryParse(s, out var arn);
        result = new ResourceName(arn);
        return isArn;
    }

    /// <summary>Reads the text; false where it has another form.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, out ResourceName result) =>
        TryParse(s.ToString(), out result);

    /// <summary>Reads <c>*</c> or an ARN.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static ResourceName Parse(string s) =>
        TryParse(s, out var result) ? result : throw new FormatException($"\"{s}\" is neither * nor an ARN with six fields");

    /// <summary>Reads <c>*</c> or an ARN.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static ResourceName Parse(ReadOnlySpan<char> s) => Parse(s.ToString());

    /// <summary>The resource that <paramref name="arn"/> names.</summary>
    public static ResourceName FromArn(Arn arn) => new(arn);

    /// <summary>The text as read.</summary>
    public override string ToString() => IsNone ? "*" : Arn.ToString();

    static ResourceName IParsable<ResourceName>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ResourceName>.TryParse(string? s, IFormatProvider? provider, out ResourceName result) => TryParse(s, out result);

    /// <summary>Compares character by character.</summary>
    public bool Equals(ResourceName other) => Arn.Equals(other.Arn);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ResourceName other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Arn.GetHashCode();

    /// <summary>Compares character by character.</summary>
    public static bool operator ==(ResourceName left, ResourceName right) => left.Equals(right);

    /// <summary>Compares character by character.</summary>
    public static bool operator !=(ResourceName left, ResourceName right) => !left.Equals(right);
}

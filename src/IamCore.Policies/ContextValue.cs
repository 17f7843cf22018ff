using System.Globalization;

namespace IamCore.Policies;

/// <summary>
/// The value of a context key in a request: absent, single, or multivalued (PL-110). The default is absent. Numbers and booleans are kept
/// as their text (PL-103).
/// </summary>
public readonly struct ContextValue : IEquatable<ContextValue>
{
    private readonly object? _value;

    private ContextValue(object value) => _value = value;

    /// <summary>The key is not in the request.</summary>
    public static ContextValue Absent => default;

    /// <summary>Whether the key is not in the request.</summary>
    public bool IsAbsent => _value is null;

    /// <summary>Whether the value is an array, of any length (PL-110).</summary>
    public bool IsMultivalued => _value is string[];

    /// <summary>The text of a single value; <see langword="null"/> where the key is absent or multivalued.</summary>
    public string? Text => _value as string;

    /// <summary>The texts of a multivalued key, not to be changed.</summary>
    internal string[] ValueArray => (string[])_value!;

    /// <summary>The texts of a multivalued key; empty otherwise.</summary>
    public ReadOnlySpan<string> Values => _value as string[];

    /// <summary>A single text.</summary>
    public static ContextValue From(string text) => new(text);

    /// <summary>A single boolean: <c>true</c> or <c>false</c>.</summary>
    public static ContextValue From(bool value) => new(value ? "true" : "false");

    /// <summary>A single integer.</summary>
    public static ContextValue From(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A single number, as its shortest round-trip text.</summary>
    public static ContextValue From(double value) => new(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A single number.</summary>
    public static ContextValue From(decimal value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A single instant, in UTC with 100 ns (PL-145).</summary>
    public static ContextValue From(DateTimeOffset value) =>
        new(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    /// <summary>Several values, or none: the key is multivalued (PL-110).</summary>
    public static ContextValue Many(params ReadOnlySpan<string> values) => new(values.ToArray());

    /// <summary>A single text.</summary>
    public static implicit operator ContextValue(string text) => From(text);

    /// <summary>A single boolean.</summary>
    public static implicit operator ContextValue(bool value) => From(value);

    /// <summary>A single integer.</summary>
    public static implicit operator ContextValue(long value) => From(value);

    /// <summary>A single number.</summary>
    public static implicit operator ContextValue(double value) => From(value);

    /// <summary>A single instant.</summary>
    public static implicit operator ContextValue(DateTimeOffset value) => From(value);

    /// <summary>A multivalued key.</summary>
    public static implicit operator ContextValue(string[] values) => Many(values);

    /// <summary>Same shape and same texts, in order.</summary>
    public bool Equals(ContextValue other) =>
        _value is string[] values
            ? other._value is string[] others && values.AsSpan().SequenceEqual(others)
            : string.Equals(_value as string, other._value as string, StringComparison.Ordinal) && !other.IsMultivalued;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ContextValue other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _value is string text ? text.GetHashCode(StringComparison.Ordinal) : Values.Length;

    /// <summary>Same shape and same texts.</summary>
    public static bool operator ==(ContextValue left, ContextValue right) => left.Equals(right);

    /// <summary>Another shape or other texts.</summary>
    public static bool operator !=(ContextValue left, ContextValue right) => !left.Equals(right);

    /// <summary>For people: the text, or the values in brackets.</summary>
    public override string ToString() => IsMultivalued ? $"[{string.Join(", ", Values.ToArray())}]" : Text ?? "(absent)";
}

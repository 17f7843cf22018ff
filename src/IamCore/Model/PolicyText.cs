using System.Diagnostics.CodeAnalysis;

namespace IamCore.Model;

/// <summary>
/// A policy document as it was given, character by character (ID-149). It is read where it is needed, as the type it is needed as; what
/// a store was handed behind administration's back need not be readable.
/// </summary>
public sealed class PolicyText : IEquatable<PolicyText>
{
    private readonly string _text;

    /// <summary>Keeps the text.</summary>
    public PolicyText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>The number of characters that count towards the quotas of identity and trust policies: all but tab, line feed, carriage
    /// return and space, wherever they stand; a surrogate pair counts one (ID-219, PL-190).</summary>
    public int Size
    {
        get
        {
            var count = 0;
            foreach (var rune in _text.EnumerateRunes())
            {
                count += rune.Value is '\t' or '\n' or '\r' or ' ' ? 0 : 1;
            }

            return count;
        }
    }

    /// <summary>Reads the text as a document of a type; each call reads anew.</summary>
    public bool TryRead(PolicyType type, [NotNullWhen(true)] out PolicyDocument? document, out ValueList<PolicyFault> faults) =>
        PolicyDocument.TryParse(_text, type, out document, out faults);

    /// <inheritdoc />
    public bool Equals(PolicyText? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as PolicyText);

    /// <inheritdoc />
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The text as given.</summary>
    public override string ToString() => _text;
}

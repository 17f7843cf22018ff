using System.Diagnostics.CodeAnalysis;

namespace IamCore.Model;

/// <summary>
/// The text of a policy document exactly as it was submitted (ID-149). It is parsed on demand as the type of policy needed, and may be
/// invalid if it bypassed
/// administration.
/// </summary>
public sealed class PolicyText : IEquatable<PolicyText>
{
    private readonly string _text;

    /// <summary>Wraps a text.</summary>
    /// <param name="text">The text of the document.</param>
    public PolicyText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>
    /// The number of characters counted by the quotas of identity and trust policies: all but tab, line feed, carriage return and space;
    /// a surrogate pair counts
    /// as one (ID-219, PL-190).
    /// </summary>
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

    /// <summary>Parses the text as a policy of the given type. The result is not cached.</summary>
    /// <param name="type">The type of policy.</param>
    /// <param name="document">The document, if the method returns <see langword="true"/>.</param>
    /// <param name="faults">The errors; empty if the method returns <see langword="true"/>.</param>
    /// <returns>Whether the text is a valid policy document.</returns>
    public bool TryRead(PolicyType type, [NotNullWhen(true)] out PolicyDocument? document, out ValueList<PolicyFault> faults) =>
        PolicyDocument.TryParse(_text, type, out document, out faults);

    /// <inheritdoc />
    public bool Equals(PolicyText? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as PolicyText);

    /// <inheritdoc />
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns the text.</summary>
    /// <returns>The text exactly as submitted.</returns>
    public override string ToString() => _text;
}

using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Variables;

/// <summary>A text with variables, compiled: its parts, each with the key to ask for (PL-170). Replacement happens once (PL-174).</summary>
internal sealed class Template
{
    private readonly Part[] _parts;

    private Template(Part[] parts) => _parts = parts;

    /// <summary>The keys of the variables, in order.</summary>
    public IEnumerable<ContextKey> Keys => _parts.Where(p => p.Key is not null).Select(p => p.Key!);

    /// <summary>Compiles a text whose variables have no fault.</summary>
    public static Template Compile(ReadOnlySpan<char> text)
    {
        var parts = new List<Part>();
        foreach (var part in VariableText.Parts(text))
        {
            parts.Add(part.Kind switch
            {
                VariablePartKind.Literal => new Part(part.Text.ToString(), null, IsPattern: true),
                VariablePartKind.Escape => new Part(part.Text.ToString(), null, IsPattern: false),
                _ => new Part(part.HasDefault ? part.Default.ToString() : null, ContextKey.Of(part.Text.ToString()), IsPattern: false),
            });
        }

        return new Template([.. parts]);
    }

    /// <summary>
    /// Writes the text with its variables replaced. False where one has no value and no default (PL-177 to PL-179). The result stands
    /// until the next call in the same decision.
    /// </summary>
    /// <param name="walk">The request.</param>
    /// <param name="text">The text, and which of its characters are never wildcards (PL-174, PL-176).</param>
    public bool TryWrite(ref RequestWalk walk, out PatternText text)
    {
        text = default;
        var length = 0;
        foreach (ref readonly var part in _parts.AsSpan())
        {
            if (!TryValue(in part, ref walk, out var value))
            {
                return false;
            }

            Append(ref walk, value, !part.IsPattern, ref length);
        }

        text = Written(ref walk, length);
        return true;
    }

    /// <summary>Writes the text with a star for each variable (EV-114).</summary>
    public PatternText WriteWithStars(ref RequestWalk walk)
    {
        var length = 0;
        foreach (ref readonly var part in _parts.AsSpan())
        {
            var value = part.Key is null ? part.Text : "*";
            Append(ref walk, value, part.Key is null && !part.IsPattern, ref length);
        }

        return Written(ref walk, length);
    }

    private static void Append(ref RequestWalk walk, scoped ReadOnlySpan<char> value, bool isLiteral, ref int length)
    {
        walk.Facts.Room(length + value.Length, out var chars, out var literal);
        value.CopyTo(chars[length..]);
        literal.Slice(length, value.Length).Fill(isLiteral);
        length += value.Length;
    }

    private static PatternText Written(ref RequestWalk walk, int length)
    {
        walk.Facts.Room(length, out var chars, out var literal);
        return new PatternText(chars[..length], literal[..length]);
    }

    private static bool TryValue(in Part part, ref RequestWalk walk, out ReadOnlySpan<char> value)
    {
        value = part.Text;
        if (part.Key is null)
        {
            return true;
        }

        var fact = walk.Fact(part.Key);
        if (fact.Cardinality == Cardinality.Single && !fact.Text.IsEmpty)
        {
            value = fact.Text;
            return true;
        }

        var isMultivalued = fact.Cardinality == Cardinality.Many && fact.Values.Length > 0;
        return !isMultivalued && part.Text is not null;
    }

    /// <param name="Text">The literal text, or the default of a variable; null for a variable without default.</param>
    /// <param name="Key">The key of a variable.</param>
    /// <param name="IsPattern">Whether stars and question marks in the text are wildcards where the place allows them.</param>
    private readonly record struct Part(string? Text, ContextKey? Key, bool IsPattern);
}

using System.Diagnostics.CodeAnalysis;

namespace IamCore.Policies.Values;

/// <summary>Splitting of ARN patterns at their first five colons (PL-080, PL-161), with short patterns completed (PL-082).</summary>
internal static class ArnPattern
{
    /// <summary>Number of fields of an ARN.</summary>
    public const int Fields = 6;

    /// <summary>Whether a value of an ARN operator is a pattern: <c>*</c>, six fields, or fewer that end with a star (PL-162).</summary>
    public static bool IsValidConditionValue(ReadOnlySpan<char> text)
    {
        if (text is "*")
        {
            return true;
        }

        return text.StartsWith("arn:", StringComparison.Ordinal) && (text.Count(':') >= Fields - 1 || text[^1] == '*');
    }

    /// <summary>Splits into six fields; missing ones are <c>*</c> where the last present one ends with a star (PL-082).</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="fields">Six ranges of the text; an empty range at the very end of the text plus one stands for a completed <c>*</c>.</param>
    /// <param name="skipVariables">Whether colons inside <c>${…}</c> do not split (PL-080).</param>
    public static int Split(ReadOnlySpan<char> text, Span<Range> fields, bool skipVariables)
    {
        var count = 0;
        var start = 0;
        for (var i = 0; i < text.Length && count < Fields - 1; i++)
        {
            if (skipVariables && text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{')
            {
                var close = text[i..].IndexOf('}');
                i = close < 0 ? text.Length : i + close;
            }
            else if (text[i] == ':')
            {
                fields[count++] = start..i;
                start = i + 1;
            }
        }

        fields[count++] = start..text.Length;
        return count;
    }

    /// <summary>The text with its missing fields written out, or null where it is no pattern (PL-082).</summary>
    public static bool TryComplete(string text, bool skipVariables, [NotNullWhen(true)] out string? whole)
    {
        Span<Range> fields = stackalloc Range[Fields];
        var count = Split(text, fields, skipVariables);
        whole = count == Fields ? text
            : text.EndsWith('*') ? text + string.Concat(Enumerable.Repeat(":*", Fields - count))
            : null;
        return whole is not null;
    }
}

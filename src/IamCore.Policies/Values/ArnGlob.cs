namespace IamCore.Policies.Values;

/// <summary>A value of an ARN operator: six globs, each for one field (PL-161).</summary>
internal sealed class ArnGlob
{
    private readonly string _text;
    private readonly ArnFields _fields;
    private readonly bool _isEverything;

    private ArnGlob(string text)
    {
        _text = text;
        _isEverything = !ArnFields.TrySplitAny(text, out _fields);
    }

    /// <summary>Compiles a value of the right form (PL-162): <c>*</c>, or six fields when completed.</summary>
    public static ArnGlob Compile(string value) =>
        new(value != "*" && ArnPattern.TryComplete(value, skipVariables: false, out var whole) ? whole : "*");

    /// <summary>Whether each field matches the same field of the value.</summary>
    public bool IsMatch(ReadOnlySpan<char> text, in ArnFields fields)
    {
        if (_isEverything)
        {
            return true;
        }

        for (var i = ArnPattern.Fields - 1; i >= 0; i--)
        {
            if (!FieldPattern.IsMatch(_fields.Field(_text, i), fields.Field(text, i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same for a value whose variables have just been replaced: replaced first, then split (PL-161, PL-175).</summary>
    public static bool IsMatch(PatternText pattern, ReadOnlySpan<char> text, in ArnFields fields)
    {
        if (pattern.Chars is "*")
        {
            return pattern.IsMatch(text);
        }

        if (!pattern.Chars.StartsWith("arn:", StringComparison.Ordinal))
        {
            return false;
        }

        Span<Range> ranges = stackalloc Range[ArnPattern.Fields];
        var count = ArnPattern.Split(pattern.Chars, ranges, skipVariables: false);
        if (count < ArnPattern.Fields && !pattern.EndsWithStar)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            var (start, length) = ranges[i].GetOffsetAndLength(pattern.Chars.Length);
            if (!pattern.Slice(start, start + length).IsMatch(fields.Field(text, i)))
            {
                return false;
            }
        }

        return true;
    }
}

using IamCore.Policies;

namespace IamCore.Reference;

/// <summary>Decides one condition key (sections 8 and 9 of the policy language).</summary>
internal sealed class ConditionMatch(CompleteContext context, bool usesVariables, Effect effect)
{
    /// <summary>Whether the condition holds.</summary>
    public bool Holds(ConditionOperator op, ConditionEntry entry)
    {
        var value = context.Find(entry.Key);
        if (op.Comparison == Comparison.Null)
        {
            return op.Qualifier switch
            {
                SetQualifier.ForAllValues => true,      // PL-118
                SetQualifier.ForAnyValue => false,
                _ => NullHolds(value, entry.Values),
            };
        }

        switch (op.Qualifier)
        {
            case SetQualifier.ForAllValues:      // PL-121
                return IsNull(value) || value!.Texts.All(v => Test(op, v, entry.Values));
            case SetQualifier.ForAnyValue:
                return value is null ? op.IfExists : !IsNull(value) && value.Texts.Any(v => Test(op, v, entry.Values));
            default:
                if (value is null || (value.IsArray && value.Texts.Count == 0))      // PL-111
                {
                    return op.IfExists || IsNegated(op.Comparison);      // PL-115, PL-116
                }

                return value.IsArray
                    ? effect == Effect.Deny      // PL-123
                    : Test(op, value.Texts[0], entry.Values);
        }
    }

    /// <summary>PL-117.</summary>
    private static bool NullHolds(SuppliedValue? value, ValueList<string> wanted)
    {
        var isAbsent = value is null || (value.IsArray && value.Texts.All(v => v.Length == 0));      // PL-111
        foreach (var text in wanted)
        {
            if (string.Equals(text, isAbsent ? "true" : "false", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>PL-111, PL-122: null under a set operator: absent, or a set of nothing but empty strings.</summary>
    private static bool IsNull(SuppliedValue? value) => value is null || value.Texts.All(v => v.Length == 0);

    /// <summary>PL-121, PL-132: positive equals one of the list, negated matches none of it.</summary>
    private bool Test(ConditionOperator op, string value, ValueList<string> listed)
    {
        foreach (var text in listed)
        {
            if (Equal(op.Comparison, value, text))
            {
                return !IsNegated(op.Comparison);
            }
        }

        return IsNegated(op.Comparison);
    }

    /// <summary>PL-130: the column of negated operators.</summary>
    private static bool IsNegated(Comparison comparison) =>
        comparison is Comparison.StringNotEquals or Comparison.StringNotEqualsIgnoreCase or Comparison.StringNotLike
            or Comparison.NumericNotEquals or Comparison.DateNotEquals or Comparison.NotIpAddress
            or Comparison.ArnNotEquals or Comparison.ArnNotLike;

    /// <summary>Whether the positive twin of a comparison holds between a request value and one policy value (PL-131).</summary>
    private bool Equal(Comparison comparison, string value, string listed)
    {
        switch (comparison)
        {
            case Comparison.StringEquals or Comparison.StringNotEquals:
                return Literal(listed) is { } exact && string.Equals(value, exact, StringComparison.Ordinal);      // PL-135
            case Comparison.StringEqualsIgnoreCase or Comparison.StringNotEqualsIgnoreCase:
                return Literal(listed) is { } folded && string.Equals(value, folded, StringComparison.OrdinalIgnoreCase);      // PL-136
            case Comparison.StringLike or Comparison.StringNotLike:
                return Pattern(listed) is { } pattern && Glob.Matches(pattern, Glob.Scalars(value));      // PL-137
            case Comparison.NumericEquals or Comparison.NumericNotEquals:
                return Numbers(value, listed, sign => sign == 0);
            case Comparison.NumericLessThan:
                return Numbers(value, listed, sign => sign < 0);
            case Comparison.NumericLessThanEquals:
                return Numbers(value, listed, sign => sign <= 0);
            case Comparison.NumericGreaterThan:
                return Numbers(value, listed, sign => sign > 0);
            case Comparison.NumericGreaterThanEquals:
                return Numbers(value, listed, sign => sign >= 0);
            case Comparison.DateEquals or Comparison.DateNotEquals:
                return DateText.Parse(value) is { } at && at == DateText.Parse(listed);      // PL-146
            case Comparison.DateLessThan:
                return DateText.Parse(value) < DateText.Parse(listed);
            case Comparison.DateLessThanEquals:
                return DateText.Parse(value) <= DateText.Parse(listed);
            case Comparison.DateGreaterThan:
                return DateText.Parse(value) > DateText.Parse(listed);
            case Comparison.DateGreaterThanEquals:
                return DateText.Parse(value) >= DateText.Parse(listed);
            case Comparison.Bool:
                return Boolean(value) is { } truth && truth == Boolean(Literal(listed));      // PL-150
            case Comparison.BinaryEquals:
                return Base64Text.Decode(value) is { } bytes && Base64Text.Decode(listed) is { } others && bytes.SequenceEqual(others);      // PL-151
            case Comparison.IpAddress or Comparison.NotIpAddress:
                return AddressText.ParseAddress(value) is { } address && AddressText.ParseRange(listed) is { } range && range.Contains(address);
            case Comparison.ArnEquals or Comparison.ArnLike or Comparison.ArnNotEquals or Comparison.ArnNotLike:
                return Pattern(listed) is { } arn && ArnLike(arn, value);      // PL-160
            default:
                throw new ArgumentOutOfRangeException(nameof(comparison));
        }
    }

    /// <summary>PL-140.</summary>
    private static bool Numbers(string value, string listed, Func<int, bool> test) =>
        DecimalText.Parse(value) is { } left && DecimalText.Parse(listed) is { } right && test(left.CompareTo(right));

    private static bool? Boolean(string? text) =>
        string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) ? true
        : string.Equals(text, "false", StringComparison.OrdinalIgnoreCase) ? false
        : null;

    private List<int>? Pattern(string listed) => Template.Replace(listed, usesVariables, context);

    /// <summary>The string where wildcards are ordinary characters; null where a variable has no value.</summary>
    private string? Literal(string listed)
    {
        if (Pattern(listed) is not { } pattern)
        {
            return null;
        }

        return string.Concat(pattern.Select(c => c switch { Glob.AnyRun => "*", Glob.AnyOne => "?", _ => char.ConvertFromUtf32(c) }));
    }

    /// <summary>PL-161, PL-162.</summary>
    private static bool ArnLike(List<int> pattern, string value)
    {
        var texts = ArnText.Split(value);
        if (texts.Length < 6 || texts[0] != "arn")
        {
            return false;
        }

        if (pattern is [Glob.AnyRun])
        {
            return true;
        }

        var fields = SplitPattern(pattern);
        if (fields.Count < 6)
        {
            // PL-082: a short pattern begins with arn: and its last field ends with *.
            if (fields.Count < 2 || !fields[0].SequenceEqual(['a', 'r', 'n']) || fields[^1] is not [.., Glob.AnyRun])
            {
                return false;
            }

            while (fields.Count < 6)
            {
                fields.Add([Glob.AnyRun]);
            }
        }

        for (var i = 0; i < 6; i++)
        {
            if (!Glob.Matches(fields[i], Glob.Scalars(texts[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static List<List<int>> SplitPattern(List<int> pattern)
    {
        var fields = new List<List<int>> { new() };
        foreach (var c in pattern)
        {
            if (c == ':' && fields.Count < 6)
            {
                fields.Add([]);
            }
            else
            {
                fields[^1].Add(c);
            }
        }

        return fields;
    }
}

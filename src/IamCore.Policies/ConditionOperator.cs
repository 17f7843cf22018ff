using System.Collections.Frozen;

namespace IamCore.Policies;

/// <summary>A condition operator: comparison, set qualifier and <c>IfExists</c> (PL-130, PL-120, PL-116).</summary>
/// <param name="Comparison">What is compared and how.</param>
/// <param name="Qualifier">How a multivalued key is taken.</param>
/// <param name="IfExists">Whether an absent key makes the condition hold.</param>
public readonly record struct ConditionOperator(Comparison Comparison, SetQualifier Qualifier = SetQualifier.None, bool IfExists = false)
{
    private const string IfExistsSuffix = "IfExists";

    private static readonly FrozenDictionary<string, Comparison>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Enum.GetValues<Comparison>().ToFrozenDictionary(c => c.ToString(), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether this is one of the operators that hold when no listed value matches (PL-130).</summary>
    public bool IsNegated => Comparison is Comparison.StringNotEquals or Comparison.StringNotEqualsIgnoreCase or Comparison.StringNotLike
        or Comparison.NumericNotEquals or Comparison.DateNotEquals or Comparison.NotIpAddress or Comparison.ArnNotEquals or Comparison.ArnNotLike;

    /// <summary>What the values of this operator look like.</summary>
    public OperatorFamily Family => Comparison switch
    {
        <= Comparison.StringNotLike => OperatorFamily.String,
        <= Comparison.NumericGreaterThanEquals => OperatorFamily.Numeric,
        <= Comparison.DateGreaterThanEquals => OperatorFamily.Date,
        Comparison.Bool => OperatorFamily.Boolean,
        Comparison.BinaryEquals => OperatorFamily.Binary,
        <= Comparison.NotIpAddress => OperatorFamily.Ip,
        <= Comparison.ArnNotLike => OperatorFamily.Arn,
        _ => OperatorFamily.Presence,
    };

    /// <summary>Whether values may hold policy variables (PL-172).</summary>
    public bool TakesVariables => Family is OperatorFamily.String or OperatorFamily.Arn or OperatorFamily.Boolean;

    /// <summary>Reads a name without regard to case. <c>NullIfExists</c> is read; that it is an error is the parser's to say (PL-116).</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out ConditionOperator result)
    {
        var qualifier = SetQualifier.None;
        if (name.StartsWith("ForAllValues:", StringComparison.OrdinalIgnoreCase))
        {
            qualifier = SetQualifier.ForAllValues;
            name = name["ForAllValues:".Length..];
        }
        else if (name.StartsWith("ForAnyValue:", StringComparison.OrdinalIgnoreCase))
        {
            qualifier = SetQualifier.ForAnyValue;
            name = name["ForAnyValue:".Length..];
        }

        var ifExists = name.EndsWith(IfExistsSuffix, StringComparison.OrdinalIgnoreCase);
        if (ifExists)
        {
            name = name[..^IfExistsSuffix.Length];
        }

        var known = ByName.TryGetValue(name, out var comparison);
        result = known ? new ConditionOperator(comparison, qualifier, ifExists) : default;
        return known;
    }

    /// <summary>The canonical spelling, for example <c>ForAnyValue:StringLikeIfExists</c>.</summary>
    public override string ToString() =>
        (Qualifier == SetQualifier.None ? "" : Qualifier + ":") + Comparison + (IfExists ? IfExistsSuffix : "");
}

using System.Collections.Frozen;
using IamCore.Policies.Comparisons;

namespace IamCore.Policies;

/// <summary>A condition operator: comparison, set qualifier and <c>IfExists</c> (PL-130, PL-120, PL-116).</summary>
/// <param name="Comparison">What is compared and how.</param>
/// <param name="Qualifier">How a multivalued key is taken.</param>
/// <param name="IfExists">Whether an absent key makes the condition hold.</param>
public readonly record struct ConditionOperator(Comparison Comparison, SetQualifier Qualifier = SetQualifier.None, bool IfExists = false)
{
    private const string IfExistsSuffix = "IfExists";

    private static readonly FrozenDictionary<string, Comparison>.AlternateLookup<ReadOnlySpan<char>> ByName =
        ComparisonTable.All.ToArray().ToFrozenDictionary(row => row.Name, row => row.Comparison, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether this is one of the operators that hold when no listed value matches (PL-130).</summary>
    public bool IsNegated => Row.Negates is not null;

    /// <summary>What the values of this operator look like.</summary>
    public OperatorFamily Family => Row.Form.Family;

    /// <summary>Whether values may hold policy variables (PL-172).</summary>
    public bool TakesVariables => Row.TakesVariables;

    internal ComparisonRow Row => ComparisonTable.Of(Comparison);

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

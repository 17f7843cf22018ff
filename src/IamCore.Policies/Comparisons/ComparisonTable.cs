using System.Diagnostics;
using IamCore.Policies.Values;

namespace IamCore.Policies.Comparisons;

/// <summary>
/// All comparisons (PL-130). To add one, add its member to <see cref="Comparison"/> and its row here; the parser, the compiler, the validator
/// and the tool's schema read the rest from the row. Nothing can be parsed if a member has no row.
/// </summary>
internal static class ComparisonTable
{
    private static readonly ComparisonRow[] Rows = Index(Positive(), Negated());

    /// <summary>The rows in the order of the members.</summary>
    public static ReadOnlySpan<ComparisonRow> All => Rows;

    /// <summary>Returns the row of a comparison.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member.</exception>
    public static ComparisonRow Of(Comparison comparison) =>
        (int)comparison < Rows.Length ? Rows[(int)comparison] : throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "Not a comparison");

    private static ComparisonRow[] Positive() =>
    [
        Text(Comparison.StringEquals, values => new TextMatcher(values, ignoreCase: false)),
        Text(Comparison.StringEqualsIgnoreCase, values => new TextMatcher(values, ignoreCase: true)),
        Text(Comparison.StringLike, values => new LikeMatcher([.. values])) with { TakesWildcards = true },
        Number(Comparison.NumericEquals, Ordering.Equal),
        Number(Comparison.NumericLessThan, Ordering.Less),
        Number(Comparison.NumericLessThanEquals, Ordering.LessOrEqual),
        Number(Comparison.NumericGreaterThan, Ordering.Greater),
        Number(Comparison.NumericGreaterThanEquals, Ordering.GreaterOrEqual),
        Date(Comparison.DateEquals, Ordering.Equal),
        Date(Comparison.DateLessThan, Ordering.Less),
        Date(Comparison.DateLessThanEquals, Ordering.LessOrEqual),
        Date(Comparison.DateGreaterThan, Ordering.Greater),
        Date(Comparison.DateGreaterThanEquals, Ordering.GreaterOrEqual),
        new(Comparison.Bool, ValueForm.Boolean, BooleanMatcher.Of) { TakesVariables = true },
        new(Comparison.BinaryEquals, ValueForm.Base64, values => new BinaryMatcher([.. values])),
        new(Comparison.IpAddress, ValueForm.IpRange, values => new IpMatcher([.. values])),
        Arn(Comparison.ArnEquals),
        Arn(Comparison.ArnLike),
        new(Comparison.Null, ValueForm.Presence, BooleanMatcher.Of) { TakesIfExists = false },
    ];

    private static (Comparison Comparison, Comparison Of)[] Negated() =>
    [
        (Comparison.StringNotEquals, Comparison.StringEquals),
        (Comparison.StringNotEqualsIgnoreCase, Comparison.StringEqualsIgnoreCase),
        (Comparison.StringNotLike, Comparison.StringLike),
        (Comparison.NumericNotEquals, Comparison.NumericEquals),
        (Comparison.DateNotEquals, Comparison.DateEquals),
        (Comparison.NotIpAddress, Comparison.IpAddress),
        (Comparison.ArnNotEquals, Comparison.ArnEquals),
        (Comparison.ArnNotLike, Comparison.ArnLike),
    ];

    private static ComparisonRow Text(Comparison comparison, Func<ReadOnlySpan<string>, ValueMatcher> matcher) =>
        new(comparison, ValueForm.Text, matcher) { TakesVariables = true };

    private static ComparisonRow Number(Comparison comparison, Ordering ordering) =>
        new(comparison, ValueForm.Number, values => new NumericMatcher([.. values], ordering)) { Ordering = ordering };

    private static ComparisonRow Date(Comparison comparison, Ordering ordering) =>
        new(comparison, ValueForm.Date, values => new DateMatcher([.. values], ordering)) { Ordering = ordering };

    private static ComparisonRow Arn(Comparison comparison) =>
        new(comparison, ValueForm.Arn, values => new ArnMatcher([.. values])) { TakesVariables = true, TakesWildcards = true };

    private static ComparisonRow[] Index(ComparisonRow[] positive, (Comparison Comparison, Comparison Of)[] negated)
    {
        var rows = positive.ToDictionary(row => row.Comparison);
        foreach (var (comparison, of) in negated)
        {
            rows.Add(comparison, rows[of] with { Comparison = comparison, Negates = of });
        }

        return [.. Enum.GetValues<Comparison>().Select(c => rows.TryGetValue(c, out var row) ? row : throw new UnreachableException($"{c} has no row"))];
    }
}

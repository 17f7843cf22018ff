using IamCore.Policies.Values;

namespace IamCore.Policies.Comparisons;

/// <summary>Everything that the language, the compiler and the validator know about one comparison (PL-130).</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Form">The form of its values.</param>
/// <param name="Matcher">Makes the matcher of its values; a negated comparison has the matcher of its positive form.</param>
internal sealed record ComparisonRow(Comparison Comparison, ValueForm Form, Func<ReadOnlySpan<string>, ValueMatcher> Matcher)
{
    /// <summary>The comparison that this one negates; null if it is positive.</summary>
    public Comparison? Negates { get; init; }

    /// <summary>Which orders of the request's value and the policy's value match (PL-131).</summary>
    public Ordering Ordering { get; init; } = Ordering.Equal;

    /// <summary>Whether values may hold policy variables (PL-172). The matcher is then a <see cref="PatternMatcher"/>.</summary>
    public bool TakesVariables { get; init; }

    /// <summary>Whether <c>*</c> and <c>?</c> in values are wildcards.</summary>
    public bool TakesWildcards { get; init; }

    /// <summary>Whether the operator may end in <c>IfExists</c> (PL-116).</summary>
    public bool TakesIfExists { get; init; } = true;

    /// <summary>The name in policies, in its canonical spelling.</summary>
    public string Name => Comparison.ToString();
}

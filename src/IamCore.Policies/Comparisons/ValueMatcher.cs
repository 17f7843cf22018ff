using IamCore.Policies.Requests;

namespace IamCore.Policies.Comparisons;

/// <summary>The values of one condition key, compiled for one comparison. Negation, absence and sets are the condition's.</summary>
internal abstract class ValueMatcher
{
    /// <summary>What a look costs beside others: conditions are tried cheapest first.</summary>
    public virtual int Cost => 1;

    /// <summary>Whether the request's single value matches one of the values (the positive form of the operator).</summary>
    public abstract bool IsMatch(ContextFact value, ref RequestWalk walk);
}

using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Comparisons;

/// <summary>A matcher of a comparison that takes variables (PL-172): it also matches a value whose variables have just been replaced.</summary>
internal abstract class PatternMatcher : ValueMatcher
{
    /// <summary>Whether the request's single value matches the pattern, which is none of the values that the matcher was made of.</summary>
    public abstract bool IsMatch(ContextFact value, PatternText pattern);
}

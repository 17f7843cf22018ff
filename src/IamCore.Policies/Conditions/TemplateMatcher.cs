using IamCore.Policies.Comparisons;
using IamCore.Policies.Requests;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Conditions;

/// <summary>Values of which at least one has variables: those are put together when asked; the rest is compiled as usual (PL-172, PL-179).</summary>
internal sealed class TemplateMatcher(PatternMatcher plain, Template[] templates) : ValueMatcher
{
    public override int Cost => 4;

    /// <summary>The keys that the variables name.</summary>
    public IEnumerable<ContextKey> Keys => templates.SelectMany(t => t.Keys);

    public override bool IsMatch(ContextFact value, ref RequestWalk walk)
    {
        if (plain.IsMatch(value, ref walk))
        {
            return true;
        }

        foreach (var template in templates)
        {
            if (template.TryWrite(ref walk, out var pattern) && plain.IsMatch(value, pattern))
            {
                return true;
            }
        }

        return false;
    }
}

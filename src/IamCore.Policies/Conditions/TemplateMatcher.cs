using IamCore.Policies.Requests;
using IamCore.Policies.Values;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Conditions;

/// <summary>Values of which at least one has variables: those are put together when asked; the rest is compiled as usual (PL-172, PL-179).</summary>
internal sealed class TemplateMatcher(Comparison comparison, ValueMatcher plain, Template[] templates) : ValueMatcher
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
            if (template.TryWrite(ref walk, out var pattern) && IsMatch(value, pattern))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsMatch(ContextFact value, PatternText pattern) => comparison switch
    {
        Comparison.StringEquals or Comparison.StringNotEquals => value.Text.SequenceEqual(pattern.Chars),
        Comparison.StringEqualsIgnoreCase or Comparison.StringNotEqualsIgnoreCase =>
            value.Text.Equals(pattern.Chars, StringComparison.OrdinalIgnoreCase),
        Comparison.StringLike or Comparison.StringNotLike => pattern.IsMatch(value.Text),
        Comparison.Bool => value.TryBoolean(out var asked) && BooleanValue.TryParse(pattern.Chars, out var written) && asked == written,
        _ => value.TryArn(out var fields) && ArnGlob.IsMatch(pattern, value.Text, in fields),
    };
}

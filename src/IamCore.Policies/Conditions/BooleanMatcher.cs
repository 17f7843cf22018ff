using IamCore.Policies.Evaluation;

namespace IamCore.Policies.Conditions;

/// <summary><c>Bool</c> (PL-150).</summary>
internal sealed class BooleanMatcher : ValueMatcher
{
    private readonly bool _true;
    private readonly bool _false;

    public BooleanMatcher(string[] values)
    {
        foreach (var value in values)
        {
            if (BooleanValue.TryParse(value, out var boolean))
            {
                _true |= boolean;
                _false |= !boolean;
            }
        }
    }

    public override int Cost => 0;

    /// <summary>Whether the value is one of those listed.</summary>
    public bool Has(bool value) => value ? _true : _false;

    public override bool IsMatch(ContextFact value, ref RequestWalk walk) =>
        value.TryBoolean(out var boolean) && Has(boolean);
}

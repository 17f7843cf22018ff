using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Comparisons;

/// <summary>The numeric comparisons (PL-140), request value first (PL-131).</summary>
internal sealed class NumericMatcher : ValueMatcher
{
    private readonly (string Text, DecimalNumber Number)[] _values;
    private readonly Ordering _ordering;

    public NumericMatcher(string[] values, Ordering ordering)
    {
        _values = Array.ConvertAll(values, v => (v, DecimalNumber.TryParse(v, out var number) ? number : default));
        _ordering = ordering;
    }

    public override int Cost => 2;

    public override bool IsMatch(ContextFact value, ref RequestWalk walk)
    {
        if (!value.TryNumber(out var number))
        {
            return false;
        }

        foreach (ref readonly var candidate in _values.AsSpan())
        {
            if (_ordering.Accepts(DecimalNumber.Compare(in number, value.Text, in candidate.Number, candidate.Text)))
            {
                return true;
            }
        }

        return false;
    }
}

using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Comparisons;

/// <summary>The date comparisons (PL-145, PL-146), request value first (PL-131).</summary>
internal sealed class DateMatcher : ValueMatcher
{
    private readonly long[] _values;
    private readonly Ordering _ordering;

    public DateMatcher(string[] values, Ordering ordering)
    {
        _values = Array.ConvertAll(values, v => Instant.TryParse(v, out var ticks) ? ticks : -1);
        _ordering = ordering;
    }

    public override int Cost => 2;

    public override bool IsMatch(ContextFact value, ref RequestWalk walk)
    {
        if (!value.TryInstant(out var ticks))
        {
            return false;
        }

        foreach (var candidate in _values)
        {
            if (_ordering.Accepts(ticks.CompareTo(candidate)))
            {
                return true;
            }
        }

        return false;
    }
}

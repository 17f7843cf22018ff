using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Comparisons;

/// <summary><c>IpAddress</c> (PL-155 to PL-158).</summary>
internal sealed class IpMatcher(string[] values) : ValueMatcher
{
    private readonly IpRange[] _ranges = Array.ConvertAll(values, v => IpRange.TryParse(v, out var range) ? range : default);

    public override int Cost => 2;

    public override bool IsMatch(ContextFact value, ref RequestWalk walk)
    {
        if (!value.TryAddress(out var address))
        {
            return false;
        }

        foreach (ref readonly var range in _ranges.AsSpan())
        {
            if (range.Contains(address))
            {
                return true;
            }
        }

        return false;
    }
}

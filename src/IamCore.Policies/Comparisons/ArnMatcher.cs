using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Comparisons;

/// <summary><c>ArnEquals</c> and <c>ArnLike</c>, which are the same (PL-160).</summary>
internal sealed class ArnMatcher(string[] values) : PatternMatcher
{
    private readonly ArnGlob[] _values = Array.ConvertAll(values, ArnGlob.Compile);

    public override int Cost => 3;

    public override bool IsMatch(ContextFact value, ref RequestWalk walk)
    {
        if (!value.TryArn(out var fields))
        {
            return false;
        }

        foreach (var candidate in _values)
        {
            if (candidate.IsMatch(value.Text, in fields))
            {
                return true;
            }
        }

        return false;
    }

    public override bool IsMatch(ContextFact value, PatternText pattern) =>
        value.TryArn(out var fields) && ArnGlob.IsMatch(pattern, value.Text, in fields);
}

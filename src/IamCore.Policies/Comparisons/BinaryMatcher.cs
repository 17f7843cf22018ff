using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Comparisons;

/// <summary><c>BinaryEquals</c> (PL-151).</summary>
internal sealed class BinaryMatcher(string[] values) : ValueMatcher
{
    private readonly byte[][] _values = Array.ConvertAll(values, v => BinaryValue.Decode(v));

    public override int Cost => 3;

    public override bool IsMatch(ContextFact value, ref RequestWalk walk)
    {
        foreach (var candidate in _values)
        {
            if (BinaryValue.IsEqual(value.Text, candidate))
            {
                return true;
            }
        }

        return false;
    }
}

using IamCore.Policies.Evaluation;

namespace IamCore.Policies.Conditions;

/// <summary><c>StringEquals</c> and <c>StringEqualsIgnoreCase</c> (PL-135, PL-136).</summary>
internal sealed class TextMatcher : ValueMatcher
{
    private const int SmallList = 8;

    private readonly string[] _values;
    private readonly StringComparison _comparison;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _many;

    public TextMatcher(string[] values, bool ignoreCase)
    {
        _values = values;
        _comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (values.Length > SmallList)
        {
            _many = new HashSet<string>(values, StringComparer.FromComparison(_comparison)).GetAlternateLookup<ReadOnlySpan<char>>();
        }
    }

    public override bool IsMatch(ContextFact value, ref RequestWalk walk)
    {
        var text = value.Text;
        if (_values.Length > SmallList)
        {
            return _many.Contains(text);
        }

        foreach (var candidate in _values)
        {
            if (text.Length == candidate.Length && text.Equals(candidate, _comparison))
            {
                return true;
            }
        }

        return false;
    }
}

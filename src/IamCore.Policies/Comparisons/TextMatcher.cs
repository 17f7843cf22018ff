using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Comparisons;

/// <summary><c>StringEquals</c> and <c>StringEqualsIgnoreCase</c> (PL-135, PL-136).</summary>
internal sealed class TextMatcher : PatternMatcher
{
    private const int SmallList = 8;

    private readonly OneOrMore<string> _values;
    private readonly HashSet<string>? _many;
    private readonly bool _ignoreCase;

    public TextMatcher(ReadOnlySpan<string> values, bool ignoreCase)
    {
        _ignoreCase = ignoreCase;
        if (values.Length <= SmallList)
        {
            _values = new(values);
        }
        else
        {
            _many = new HashSet<string>(values.ToArray(), ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        }
    }

    /// <summary>Whether letter case counts.</summary>
    public bool IsExact => !_ignoreCase;

    public override bool IsMatch(ContextFact value, ref RequestWalk walk)
    {
        var text = value.Text;
        if (_many is not null)
        {
            return _many.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text);
        }

        for (var i = 0; i < _values.Count; i++)
        {
            var candidate = _values[i];
            if (text.Length == candidate.Length
                && (_ignoreCase ? text.Equals(candidate, StringComparison.OrdinalIgnoreCase) : text.SequenceEqual(candidate)))
            {
                return true;
            }
        }

        return false;
    }

    public override bool IsMatch(ContextFact value, PatternText pattern) =>
        _ignoreCase ? value.Text.Equals(pattern.Chars, StringComparison.OrdinalIgnoreCase) : value.Text.SequenceEqual(pattern.Chars);
}

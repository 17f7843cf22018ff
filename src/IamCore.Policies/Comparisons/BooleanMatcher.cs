using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Comparisons;

/// <summary><c>Bool</c> (PL-150).</summary>
internal sealed class BooleanMatcher : PatternMatcher
{
    private static readonly BooleanMatcher[] All = [new(0), new(1), new(2), new(3)];

    private readonly bool _true;
    private readonly bool _false;

    private BooleanMatcher(int values)
    {
        _true = (values & 1) != 0;
        _false = (values & 2) != 0;
    }

    public override int Cost => 0;

    /// <summary>The matcher of a list of values; there are only four.</summary>
    public static BooleanMatcher Of(ReadOnlySpan<string> values)
    {
        var all = 0;
        foreach (var value in values)
        {
            if (BooleanValue.TryParse(value, out var boolean))
            {
                all |= boolean ? 1 : 2;
            }
        }

        return All[all];
    }

    /// <summary>Whether the value is one of those listed.</summary>
    public bool Has(bool value) => value ? _true : _false;

    public override bool IsMatch(ContextFact value, ref RequestWalk walk) =>
        value.TryBoolean(out var boolean) && Has(boolean);

    public override bool IsMatch(ContextFact value, PatternText pattern) =>
        value.TryBoolean(out var asked) && BooleanValue.TryParse(pattern.Chars, out var written) && asked == written;
}

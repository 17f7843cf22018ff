using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Comparisons;

/// <summary><c>StringLike</c> (PL-137).</summary>
internal sealed class LikeMatcher(string[] patterns) : PatternMatcher
{
    private readonly (string Text, GlobShape Shape)[] _patterns = Array.ConvertAll(patterns, p => (p, new GlobShape(p)));

    public override int Cost => 3;

    public override bool IsMatch(ContextFact value, ref RequestWalk walk)
    {
        var text = value.Text;
        foreach (ref readonly var pattern in _patterns.AsSpan())
        {
            if (pattern.Shape.IsMatch(pattern.Text, text))
            {
                return true;
            }
        }

        return false;
    }

    public override bool IsMatch(ContextFact value, PatternText pattern) => pattern.IsMatch(value.Text);
}

using IamCore.Policies.Evaluation;

namespace IamCore.Policies.Conditions;

/// <summary><c>StringLike</c> (PL-137).</summary>
internal sealed class LikeMatcher(Glob[] patterns) : ValueMatcher
{
    public override int Cost => 3;

    public override bool IsMatch(ContextFact value, ref RequestWalk walk)
    {
        var text = value.Text;
        foreach (var pattern in patterns)
        {
            if (pattern.IsMatch(text))
            {
                return true;
            }
        }

        return false;
    }
}

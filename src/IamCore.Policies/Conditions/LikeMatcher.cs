using IamCore.Policies.Evaluation;

namespace IamCore.Policies.Conditions;

/// <summary><c>StringLike</c> (PL-137).</summary>
internal sealed class LikeMatcher(string[] patterns) : ValueMatcher
{
    public override int Cost => 3;

    public override bool IsMatch(ContextFact value, ref RequestWalk walk)
    {
        var text = value.Text;
        foreach (var pattern in patterns)
        {
            if (Glob.IsMatch(pattern, text))
            {
                return true;
            }
        }

        return false;
    }
}

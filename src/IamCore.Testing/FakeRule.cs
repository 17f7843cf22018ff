namespace IamCore.Testing;

/// <summary>A rule of a fake.</summary>
internal sealed record FakeRule(Decision Decision, string Action, string Resource, string Principal)
{
    public bool Fits(AccessQuestion question) =>
        IsMatch(Action.ToLowerInvariant(), question.Action.ToString().ToLowerInvariant())
        && IsMatch(Resource, question.Resource.ToString())
        && IsMatch(Principal, question.Principal.ToString());

    public override string ToString() =>
        $"{(Decision == Decision.Allow ? "Allow" : "Deny")}(\"{Action}\", \"{Resource}\"{(Principal == "*" ? "" : $", \"{Principal}\"")})";

    /// <summary>Matches a pattern: <c>*</c> stands for any text, <c>?</c> for any one character.</summary>
    private static bool IsMatch(string pattern, string text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }
}

using IamCore.Policies;

namespace IamCore.Reference;

/// <summary>Compares action entries with the request's action (section 6 of the policy language).</summary>
internal static class ActionMatch
{
    /// <summary>PL-069.</summary>
    public static bool Matches(Statement statement, string action) =>
        statement.Action is not null
            ? AnyMatches(statement.Action, action)
            : !AnyMatches(statement.NotAction!, action);

    private static bool AnyMatches(ValueList<string> entries, string action)
    {
        foreach (var entry in entries)
        {
            if (EntryMatches(entry, action))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EntryMatches(string entry, string action)
    {
        if (entry is "*" or "*:*")
        {
            return true;      // PL-065
        }

        var pattern = entry.ToLowerInvariant().Split(':');      // PL-067: ASCII only
        var text = action.ToLowerInvariant().Split(':');
        return pattern[0] == text[0] && Glob.Matches(Glob.Pattern(pattern[1]), Glob.Scalars(text[1]));      // PL-068, PL-066
    }
}

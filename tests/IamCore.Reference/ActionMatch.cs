using IamCore.Policies;

namespace IamCore.Reference;

/// <summary>Compares action entries with the request's action (section 6 of the policy language).</summary>
internal sealed class ActionMatch
{
    private readonly string _service;
    private readonly List<int> _name;

    /// <summary>PL-067: letter case does not count; both sides are ASCII.</summary>
    public ActionMatch(string action)
    {
        var parts = action.ToLowerInvariant().Split(':');
        _service = parts[0];
        _name = Glob.Scalars(parts[1]);
    }

    /// <summary>PL-069.</summary>
    public bool Matches(Statement statement) =>
        statement.Action is not null ? AnyMatches(statement.Action) : !AnyMatches(statement.NotAction!);

    private bool AnyMatches(ValueList<string> entries)
    {
        foreach (var entry in entries)
        {
            if (EntryMatches(entry))
            {
                return true;
            }
        }

        return false;
    }

    private bool EntryMatches(string entry)
    {
        if (entry is "*" or "*:*")
        {
            return true;      // PL-065
        }

        var pattern = entry.ToLowerInvariant().Split(':');
        return pattern[0] == _service && Glob.Matches(Glob.Pattern(pattern[1]), _name);      // PL-068, PL-066
    }
}

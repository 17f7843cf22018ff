using IamCore.Policies;

namespace IamCore.Reference;

/// <summary>Compares resource entries with the request's resource (section 7 of the policy language).</summary>
internal sealed class ResourceMatch(string resource, CompleteContext context)
{
    private readonly List<List<int>> _fields = [.. ArnText.Split(resource).Select(Glob.Scalars)];

    /// <summary>PL-083.</summary>
    public bool Matches(Statement statement, bool usesVariables)
    {
        if (statement.Resource is not null)
        {
            return Any(statement.Resource, e => EntryMatches(e, usesVariables));
        }

        return statement.NotResource is null || !Any(statement.NotResource, e => EntryMatches(e, usesVariables));
    }

    /// <summary>EV-114: whether the part could match, were the variables other than they are.</summary>
    public bool CouldMatch(Statement statement, bool usesVariables)
    {
        if (statement.Resource is not null)
        {
            return Any(statement.Resource, e => EntryMatches(e, usesVariables, variablesAreOpen: true));
        }

        return statement.NotResource is null
            || !Any(statement.NotResource, e => !Keys(e, usesVariables).Any() && EntryMatches(e, usesVariables));
    }

    /// <summary>The keys that the variables of an entry ask for.</summary>
    public static IEnumerable<string> Keys(string entry, bool usesVariables) => usesVariables ? Template.Keys(entry) : [];

    private bool EntryMatches(string entry, bool usesVariables, bool variablesAreOpen = false)
    {
        if (entry == "*")
        {
            return true;      // PL-085
        }

        if (resource == "*")
        {
            return false;      // PL-084
        }

        var fields = Template.SplitArn(entry, usesVariables);      // PL-080: before variables are replaced
        while (fields.Count < 6)
        {
            fields.Add("*");      // PL-082: the reader has seen that the last field present ends with *
        }

        for (var i = 0; i < 5; i++)
        {
            if (!Glob.Matches(Glob.Pattern(fields[i]), _fields[i]))
            {
                return false;
            }
        }

        // PL-089: variables stand in the sixth field only.
        var last = variablesAreOpen ? Template.WithVariablesOpen(fields[5], usesVariables) : Template.Replace(fields[5], usesVariables, context);
        return last is not null && Glob.Matches(last, _fields[5]);
    }

    private static bool Any(ValueList<string> entries, Func<string, bool> test)
    {
        foreach (var entry in entries)
        {
            if (test(entry))
            {
                return true;
            }
        }

        return false;
    }
}

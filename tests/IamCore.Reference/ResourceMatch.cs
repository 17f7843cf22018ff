using IamCore.Policies;

namespace IamCore.Reference;

/// <summary>Compares resource entries with the request's resource (section 7 of the policy language).</summary>
internal sealed class ResourceMatch(string resource, bool usesVariables, CompleteContext context)
{
    /// <summary>PL-083.</summary>
    public bool Matches(Statement statement)
    {
        if (statement.Resource is not null)
        {
            return Any(statement.Resource, e => EntryMatches(e, Template.Replace));
        }

        return statement.NotResource is null || !Any(statement.NotResource, e => EntryMatches(e, Template.Replace));
    }

    /// <summary>EV-114: whether the part could match, were the variables other than they are.</summary>
    public bool CouldMatch(Statement statement)
    {
        if (statement.Resource is not null)
        {
            return Any(statement.Resource, e => EntryMatches(e, (text, uses, _) => Template.WithVariablesOpen(text, uses)));
        }

        return statement.NotResource is null
            || !Any(statement.NotResource, e => !Keys(e).Any() && EntryMatches(e, Template.Replace));
    }

    /// <summary>The keys that the variables of an entry ask for.</summary>
    public IEnumerable<string> Keys(string entry) => usesVariables ? Template.Keys(entry) : [];

    private bool EntryMatches(string entry, Func<string, bool, CompleteContext, List<int>?> read)
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

        var texts = ArnText.Split(resource);
        for (var i = 0; i < 5; i++)
        {
            if (!Glob.Matches(Glob.Pattern(fields[i]), Glob.Scalars(texts[i])))
            {
                return false;
            }
        }

        var last = read(fields[5], usesVariables, context);      // PL-089: the sixth field only
        return last is not null && Glob.Matches(last, Glob.Scalars(texts[5]));
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

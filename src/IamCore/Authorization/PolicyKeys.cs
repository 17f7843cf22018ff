using System.Collections.Immutable;

namespace IamCore.Authorization;

/// <summary>Collects the context keys to which policies refer.</summary>
internal static class PolicyKeys
{
    /// <summary>Returns the distinct keys in lower case and ordinal order.</summary>
    public static ValueList<string> Of(in ApplicablePolicies policies)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var set in (ImmutableArray<PolicySet?>)[.. policies.Identity, policies.PermissionsBoundary, policies.Session, .. policies.ServiceControl])
        {
            if (set is not null)
            {
                Add(set, keys);
            }
        }

        return [.. keys];
    }

    private static void Add(PolicySet set, SortedSet<string> keys)
    {
        foreach (var statement in set.Statements)
        {
            for (var i = 0; i < statement.Resources.Count; i++)
            {
                keys.UnionWith(statement.Resources[i].VariableKeys.ToArray().Select(k => k.Name));
            }

            for (var i = 0; i < statement.Conditions.Count; i++)
            {
                var condition = statement.Conditions[i];
                keys.Add(condition.Key.Name);
                keys.UnionWith(condition.VariableKeys.ToArray().Select(k => k.Name));
            }
        }
    }
}

using System.Collections.Immutable;

namespace IamCore.Authorization;

/// <summary>The context keys that policies ask for.</summary>
internal static class PolicyKeys
{
    /// <summary>Lower case, ordinal order, none twice.</summary>
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
            foreach (var resource in statement.Resources)
            {
                keys.UnionWith(resource.VariableKeys.ToArray().Select(k => k.Name));
            }

            foreach (var condition in statement.Conditions)
            {
                keys.Add(condition.Key.Name);
                keys.UnionWith(condition.VariableKeys.ToArray().Select(k => k.Name));
            }
        }
    }
}

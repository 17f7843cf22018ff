using IamCore.Policies.Linting.Catalog;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Which condition keys requests for an action have (VA-214).</summary>
internal static class KeySupport
{
    /// <summary>Whether the action or one of its resource types lists the key, or the key's family.</summary>
    public static bool IsSupported(ServiceEntry service, CatalogAction action, string key)
    {
        if (Lists(action.ConditionKeys, key))
        {
            return true;
        }

        foreach (var name in action.Resources)
        {
            if (service.FindResource(name) is { } resource && Lists(resource.Resource.ConditionKeys, key))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Lists(ValueList<string> declared, string key)
    {
        foreach (var name in declared)
        {
            if (name.Equals(key, StringComparison.OrdinalIgnoreCase)
                || (KeyEntry.StemOf(name) is { } stem && key.Length > stem.Length + 1 && key[stem.Length] == '/'
                    && key.StartsWith(stem, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}

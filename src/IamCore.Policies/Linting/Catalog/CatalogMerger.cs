namespace IamCore.Policies.Linting.Catalog;

/// <summary>Unites catalogs service by service (VA-210).</summary>
internal static class CatalogMerger
{
    public static ServiceCatalog Merge(IEnumerable<ServiceCatalog> catalogs, out ValueList<CatalogDiagnostic> diagnostics)
    {
        var found = new List<CatalogDiagnostic>();
        var order = new List<string>();
        var services = new Dictionary<string, CatalogService>(StringComparer.OrdinalIgnoreCase);
        var globalKeys = new List<CatalogConditionKey>();
        foreach (var catalog in catalogs)
        {
            foreach (var service in catalog.Services)
            {
                if (services.TryGetValue(service.Name, out var earlier))
                {
                    services[service.Name] = Unite(earlier, service, found);
                }
                else
                {
                    services.Add(service.Name, service);
                    order.Add(service.Name);
                }
            }

            globalKeys = [.. Unite(globalKeys, catalog.GlobalKeys, k => k.Name, (_, _) => { })];
        }

        diagnostics = [.. found];
        return new ServiceCatalog([.. order.Select(name => services[name])], [.. globalKeys]);
    }

    private static CatalogService Unite(CatalogService a, CatalogService b, List<CatalogDiagnostic> found) => b with
    {
        Name = a.Name,
        Version = b.Version ?? a.Version,
        Actions = [.. Unite(a.Actions, b.Actions, x => x.Name, (_, _) => { })],
        ConditionKeys = [.. Unite(a.ConditionKeys, b.ConditionKeys, x => x.Name, (x, y) =>
            Note(found, a.Name, y.Name, "types", KeyTypeNames.Parse(x.Types) != KeyTypeNames.Parse(y.Types)))],
        Operations = [.. Unite(a.Operations, b.Operations, x => x.Name, (_, _) => { })],
        Resources = [.. Unite(a.Resources, b.Resources, x => x.Name, (x, y) =>
            Note(found, a.Name, y.Name, "ARN formats", !x.ArnFormats.Equals(y.ArnFormats)))],
        Complete = b.Complete ?? a.Complete,
        Title = b.Title ?? a.Title,
        Partitions = [.. a.Partitions.Union(b.Partitions, StringComparer.Ordinal)],
        Regions = [.. a.Regions.Union(b.Regions, StringComparer.Ordinal)],
        ServicePrincipals = [.. a.ServicePrincipals.Union(b.ServicePrincipals, StringComparer.Ordinal)],
        SupportsRcp = a.SupportsRcp || b.SupportsRcp,
        DelegationActions = [.. a.DelegationActions.Union(b.DelegationActions)],
        IsAws = a.IsAws || b.IsAws,
    };

    private static void Note(List<CatalogDiagnostic> found, string service, string name, string what, bool differs)
    {
        if (differs)
        {
            found.Add(new CatalogDiagnostic(
                "CAT_CONFLICT", CatalogSeverity.Warning, $"{service} declares {name} twice with different {what}; the later declaration holds", "$", 1));
        }
    }

    private static IEnumerable<T> Unite<T>(IEnumerable<T> a, IEnumerable<T> b, Func<T, string> name, Action<T, T> conflict)
    {
        var later = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in b)
        {
            later[name(item)] = item;
        }

        foreach (var item in a)
        {
            if (later.Remove(name(item), out var replacement))
            {
                conflict(item, replacement);
                yield return replacement;
            }
            else
            {
                yield return item;
            }
        }

        foreach (var item in later.Values)
        {
            yield return item;
        }
    }
}

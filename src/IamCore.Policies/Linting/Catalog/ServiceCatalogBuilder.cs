namespace IamCore.Policies.Linting.Catalog;

/// <summary>Declares services in code; what it builds is what the same document would load to.</summary>
public sealed class ServiceCatalogBuilder
{
    private readonly List<ServiceBuilder> _services = [];

    /// <summary>Adds a service.</summary>
    /// <param name="prefix">The prefix of its actions.</param>
    /// <param name="declare">Declares what it has.</param>
    public ServiceCatalogBuilder Service(string prefix, Action<ServiceBuilder> declare)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        ArgumentNullException.ThrowIfNull(declare);
        var service = new ServiceBuilder(prefix);
        declare(service);
        _services.Add(service);
        return this;
    }

    /// <summary>The catalog; a prefix that was added twice has what both declare.</summary>
    public ServiceCatalog Build() =>
        ServiceCatalog.Merge(_services.Select(s => new ServiceCatalog([s.Build()], [])));
}

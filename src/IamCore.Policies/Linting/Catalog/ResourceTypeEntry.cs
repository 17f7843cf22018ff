namespace IamCore.Policies.Linting.Catalog;

/// <summary>The type of the resource that a policy is attached to.</summary>
internal sealed class ResourceTypeEntry(ServiceEntry service, ResourceEntry resource)
{
    /// <summary>The service that owns the type.</summary>
    public ServiceEntry Service { get; } = service;

    /// <summary>The type.</summary>
    public ResourceEntry Resource { get; } = resource;

    /// <summary>The type and the types within it, whose ARNs its policy may name (VA-150).</summary>
    public IEnumerable<ResourceEntry> WithSubResources =>
        Resource.Resource.SubResources.Select(Service.FindResource).OfType<ResourceEntry>().Prepend(Resource);

    /// <summary>Whether a policy of the type accepts the action (VA-213).</summary>
    public bool Accepts(string service, CatalogAction action)
    {
        var declared = Resource.Resource.PolicyActions;
        if (declared.Count > 0)
        {
            var name = $"{service}:{action.Name}";
            return declared.Any(d => d.Equals(action.Name, StringComparison.OrdinalIgnoreCase) || d.Equals(name, StringComparison.OrdinalIgnoreCase));
        }

        return service.Equals(Service.Service.Name, StringComparison.OrdinalIgnoreCase)
            && WithSubResources.Any(r => action.Resources.Contains(r.Resource.Name, StringComparer.OrdinalIgnoreCase));
    }
}

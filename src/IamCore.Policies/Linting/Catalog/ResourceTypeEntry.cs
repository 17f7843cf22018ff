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

/// <summary>AWS's names of resource types that have policies, with the catalog resource and the types within it (VA-002).</summary>
internal static class AwsResourceTypes
{
    /// <summary>The type of roles' trust policies.</summary>
    public const string AssumeRolePolicyDocument = "AWS::IAM::AssumeRolePolicyDocument";

    private static readonly Dictionary<string, (string Service, string Resource, string[] SubResources)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AWS::S3::Bucket"] = ("s3", "bucket", ["object"]),
        ["AWS::S3::AccessPoint"] = ("s3", "accesspoint", ["accesspointobject"]),
        ["AWS::S3::MultiRegionAccessPoint"] = ("s3", "multiregionaccesspoint", []),
        ["AWS::S3ObjectLambda::AccessPoint"] = ("s3-object-lambda", "objectlambdaaccesspoint", []),
        ["AWS::DynamoDB::Table"] = ("dynamodb", "table", ["index"]),
    };

    /// <summary>Whether this is one of AWS's names rather than a catalog's.</summary>
    public static bool IsAwsName(string name) => name.StartsWith("AWS::", StringComparison.Ordinal);

    /// <summary>Finds the declared resource behind an AWS name; null where the catalog lacks it.</summary>
    public static ResourceTypeEntry? Find(ServiceCatalog catalog, string name)
    {
        if (!Known.TryGetValue(name, out var known)
            || catalog.FindService(known.Service) is not { } service || service.FindResource(known.Resource) is not { } resource)
        {
            return null;
        }

        var subResources = resource.Resource.SubResources.Count > 0 ? resource.Resource.SubResources : [.. known.SubResources];
        return new ResourceTypeEntry(service, new ResourceEntry(resource.Resource with { SubResources = subResources }));
    }
}

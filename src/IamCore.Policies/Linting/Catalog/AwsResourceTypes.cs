namespace IamCore.Policies.Linting.Catalog;

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

namespace IamCore.Policies.Linting.Catalog;

/// <summary>A resource type with its ARN formats as patterns.</summary>
internal sealed class ResourceEntry
{
    public ResourceEntry(CatalogResource resource)
    {
        Resource = resource;
        Formats = [.. resource.ArnFormats.AsSpan().ToArray().Select(ArnFormat.TryParse).OfType<ArnFormat>()];
    }

    /// <summary>What was declared.</summary>
    public CatalogResource Resource { get; }

    /// <summary>The formats that are ARNs or <c>*</c>.</summary>
    public ArnFormat[] Formats { get; }
}

namespace IamCore.Policies.Linting.Catalog;

/// <summary>One resource type of a service.</summary>
public sealed record CatalogResource
{
    /// <summary>The name of the type, for example <c>document</c>.</summary>
    public required string Name { get; init; }

    /// <summary>ARN formats, alternatives of one another, with placeholders <c>${…}</c> for one or more characters (VA-205).</summary>
    public ValueList<string> ArnFormats { get; init; } = [];

    /// <summary>Condition keys of requests for such resources.</summary>
    public ValueList<string> ConditionKeys { get; init; } = [];

    /// <summary>The name by which <see cref="ValidationOptions.ResourceType"/> may call the type; beside it <c>prefix:name</c> always works.</summary>
    public string? TypeName { get; init; }

    /// <summary>Types that lie within this one and are named in its policy, as objects in a bucket.</summary>
    public ValueList<string> SubResources { get; init; } = [];

    /// <summary>Actions that a policy of the resource accepts; none: all that take the type or a sub-resource (VA-213).</summary>
    public ValueList<string> PolicyActions { get; init; } = [];

    /// <summary>Largest policy of the resource in bytes of UTF-8; <see langword="null"/>: the default quota.</summary>
    public int? PolicySizeQuota { get; init; }

    /// <summary>Whether equal Sids in one policy are refused; <see langword="null"/>: as for other resource policies.</summary>
    public bool? RequiresUniqueSids { get; init; }

    /// <summary>Condition keys that bind a policy to known callers (AN-121).</summary>
    public ValueList<string> PublicTrustKeys { get; init; } = [];

    /// <summary>The type's name in entity graphs (AN-300).</summary>
    public string? EntityType { get; init; }
}

namespace IamCore.Policies.Linting.Catalog;

/// <summary>One action of a service.</summary>
public sealed record CatalogAction
{
    /// <summary>The name without its prefix, as declared.</summary>
    public required string Name { get; init; }

    /// <summary>Condition keys the action supports beside those of its resources (VA-214).</summary>
    public ValueList<string> ConditionKeys { get; init; } = [];

    /// <summary>The four properties of AWS's annotations; <see langword="null"/> where the document has none.</summary>
    public ActionProperties? Properties { get; init; }

    /// <summary>Names of the resource types the action takes; none: it is used with <c>*</c> only.</summary>
    public ValueList<string> Resources { get; init; } = [];

    /// <summary>AWS features that know the action, in document order.</summary>
    public ValueList<SupportedFeature> SupportedBy { get; init; } = [];

    /// <summary>The access level where it is given rather than told by the properties.</summary>
    public AccessLevel? DeclaredAccessLevel { get; init; }

    /// <summary>Other actions, <c>prefix:Action</c>, that a caller needs too (VA-206).</summary>
    public ValueList<string> DependentActions { get; init; } = [];

    /// <summary>What the action does, for people.</summary>
    public string? Description { get; init; }

    /// <summary>Resource types that every request names.</summary>
    public ValueList<string> RequiredResources { get; init; } = [];

    /// <summary>Whether the answer holds secrets that let the caller act as somebody (VA-715).</summary>
    public bool ReturnsCredentials { get; init; }

    /// <summary>Whether the action is a permission only, without an operation of its name.</summary>
    public bool PermissionOnly { get; init; }

    /// <summary>What the action does to resources: the declared level, else the first true property (VA-203).</summary>
    public AccessLevel AccessLevel => DeclaredAccessLevel ?? Properties switch
    {
        null => AccessLevel.Unknown,
        { IsPermissionManagement: true } => AccessLevel.PermissionsManagement,
        { IsTaggingOnly: true } => AccessLevel.Tagging,
        { IsWrite: true } => AccessLevel.Write,
        { IsList: true } => AccessLevel.List,
        _ => AccessLevel.Read,
    };
}

namespace IamCore.Policies.Linting.Catalog;

/// <summary>One service of a catalog: AWS's service reference document (VA-202) with IamCore's additions (VA-207).</summary>
public sealed record CatalogService
{
    /// <summary>The service prefix of actions, condition keys and ARNs, as declared; found without regard to case (VA-211).</summary>
    public required string Name { get; init; }

    /// <summary>The version the document gives itself, for example <c>v1.4</c>; <see langword="null"/> where it gives none.</summary>
    public string? Version { get; init; }

    /// <summary>The actions.</summary>
    public ValueList<CatalogAction> Actions { get; init; } = [];

    /// <summary>The condition keys that the service declares; keys of other prefixes are cross-service or global ones.</summary>
    public ValueList<CatalogConditionKey> ConditionKeys { get; init; } = [];

    /// <summary>API operations and the actions they are authorized by.</summary>
    public ValueList<CatalogOperation> Operations { get; init; } = [];

    /// <summary>The resource types.</summary>
    public ValueList<CatalogResource> Resources { get; init; } = [];

    /// <summary>
    /// Whether what is not declared does not exist; <see langword="false"/> lets unknown names of this prefix pass while the catalog is open.
    /// <see langword="null"/>, what AWS's own files have, is taken as true.
    /// </summary>
    public bool? Complete { get; init; }

    /// <summary>A name for people.</summary>
    public string? Title { get; init; }

    /// <summary>Partitions of ARNs beside AWS's.</summary>
    public ValueList<string> Partitions { get; init; } = [];

    /// <summary>Regions that ARNs of the service may name.</summary>
    public ValueList<string> Regions { get; init; } = [];

    /// <summary>Names of service principals beside those of AWS's form.</summary>
    public ValueList<string> ServicePrincipals { get; init; } = [];

    /// <summary>Whether resource control policies may name actions of the service (VA-194).</summary>
    public bool SupportsRcp { get; init; }

    /// <summary>Actions that hand rights on, as <c>iam:PassRole</c> does (VA-510).</summary>
    public ValueList<DelegationAction> DelegationActions { get; init; } = [];

    /// <summary>Whether the document was AWS's: it had no member <c>x-iamcore</c> of its own.</summary>
    public bool IsAws { get; init; }
}

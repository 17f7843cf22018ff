namespace IamCore.Policies.Linting.Catalog;

/// <summary>An API operation and what authorizes it.</summary>
public sealed record CatalogOperation
{
    /// <summary>The name of the operation.</summary>
    public required string Name { get; init; }

    /// <summary>The actions a caller needs.</summary>
    public ValueList<AuthorizedAction> AuthorizedActions { get; init; } = [];

    /// <summary>How SDKs call the operation.</summary>
    public ValueList<SdkMethod> Sdk { get; init; } = [];
}

namespace IamCore.Policies;

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

/// <summary>One action that an operation needs.</summary>
/// <param name="Name">The action without its prefix.</param>
/// <param name="Service">Its prefix.</param>
/// <param name="Context">Condition keys with the values they then have.</param>
public sealed record AuthorizedAction(string Name, string Service, ValueList<ContextValues> Context);

/// <summary>A condition key with values.</summary>
/// <param name="Key">The key.</param>
/// <param name="Values">Its values.</param>
public sealed record ContextValues(string Key, ValueList<string> Values);

/// <summary>A method of an SDK.</summary>
/// <param name="Name">The client.</param>
/// <param name="Method">The method.</param>
/// <param name="Package">The package.</param>
public sealed record SdkMethod(string Name, string Method, string Package);

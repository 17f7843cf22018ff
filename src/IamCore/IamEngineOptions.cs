namespace IamCore;

/// <summary>Settings of an <see cref="IamEngine"/>.</summary>
public sealed record IamEngineOptions
{
    /// <summary>How the directory is administered. Its clock and its predefined policies apply to decisions as well.</summary>
    public IamDirectoryOptions Directory { get; init; } = new();

    /// <summary>Cache sizes, time limits and root-only actions of the authorizer.</summary>
    public AuthorizerOptions Authorizer { get; init; } = new();

    /// <summary>Supplies the host's resource-based policies; <see langword="null"/> if there are none.</summary>
    public IResourcePolicySource? ResourcePolicies { get; init; }

    /// <summary>The observers of decisions. Observers of changes and sign-ins belong into <see cref="Directory"/>.</summary>
    public ValueList<IAccessObserver> Observers { get; init; } = ValueList<IAccessObserver>.Empty;
}

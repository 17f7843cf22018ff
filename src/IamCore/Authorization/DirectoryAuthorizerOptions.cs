using System.Diagnostics.Metrics;
using IamCore.Predefined;
using IamCore.Stores;

namespace IamCore.Authorization;

/// <summary>What a <see cref="DirectoryAuthorizer"/> works with besides its store.</summary>
public sealed record DirectoryAuthorizerOptions
{
    /// <summary>Cache sizes, time limits and root-only actions.</summary>
    public AuthorizerOptions Authorizer { get; init; } = new();

    /// <summary>The predefined policies.</summary>
    /// <value><see cref="PredefinedPolicies.Default"/></value>
    public PredefinedPolicies PredefinedPolicies { get; init; } = PredefinedPolicies.Default;

    /// <summary>Supplies the host's resource-based policies; <see langword="null"/> if there are none.</summary>
    public IResourcePolicySource? ResourcePolicies { get; init; }

    /// <summary>The observers of decisions.</summary>
    public ValueList<IAccessObserver> Observers { get; init; } = ValueList<IAccessObserver>.Empty;

    /// <summary>The clock.</summary>
    /// <value><see cref="TimeProvider.System"/></value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Creates the meter <c>IamCore</c>; <see langword="null"/> to let the authorizer own one.</summary>
    public IMeterFactory? MeterFactory { get; init; }

    /// <summary>Where accesses are recorded; <see langword="null"/> to let the authorizer own the recorder.</summary>
    public LastAccessed? LastAccessed { get; init; }
}

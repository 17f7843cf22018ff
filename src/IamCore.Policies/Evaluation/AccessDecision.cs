namespace IamCore.Policies;

/// <summary>The three answers (EV-020).</summary>
public enum Decision : byte
{
    /// <summary>Refused, because nothing allows or a limiting policy type withholds its allow (EV-022).</summary>
    ImplicitDeny,

    /// <summary>Refused, because a statement denies (EV-021).</summary>
    ExplicitDeny,

    /// <summary>Allowed.</summary>
    Allow,
}

/// <summary>A decision and the policy types that blocked the request (EV-110). The default refuses.</summary>
/// <param name="Decision">The answer.</param>
/// <param name="DeniedBy">On an explicit deny the types with a matching deny (EV-111), on an implicit deny those that lacked an allow
/// (EV-112), on allow none.</param>
public readonly record struct AccessDecision(Decision Decision, PolicyTypes DeniedBy)
{
    /// <summary>Whether the request may proceed.</summary>
    public bool IsAllowed => Decision == Decision.Allow;
}

/// <summary>A set of policy types.</summary>
[Flags]
public enum PolicyTypes : byte
{
    /// <summary>No type.</summary>
    None = 0,

    /// <summary>See <see cref="PolicyType.Identity"/>.</summary>
    Identity = 1 << PolicyType.Identity,

    /// <summary>See <see cref="PolicyType.PermissionsBoundary"/>.</summary>
    PermissionsBoundary = 1 << PolicyType.PermissionsBoundary,

    /// <summary>See <see cref="PolicyType.Session"/>.</summary>
    Session = 1 << PolicyType.Session,

    /// <summary>See <see cref="PolicyType.Resource"/>.</summary>
    Resource = 1 << PolicyType.Resource,

    /// <summary>See <see cref="PolicyType.ServiceControl"/>.</summary>
    ServiceControl = 1 << PolicyType.ServiceControl,

    /// <summary>See <see cref="PolicyType.ResourceControl"/>.</summary>
    ResourceControl = 1 << PolicyType.ResourceControl,

    /// <summary>See <see cref="PolicyType.VpcEndpoint"/>.</summary>
    VpcEndpoint = 1 << PolicyType.VpcEndpoint,

    /// <summary>See <see cref="PolicyType.Trust"/>.</summary>
    Trust = 1 << PolicyType.Trust,
}

namespace IamCore.Policies;

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

namespace IamCore.Policies;

/// <summary>Where a policy document is attached, and so how it is read (PL-010) and what it does (EV-030). In the order of EV-110.</summary>
public enum PolicyType : byte
{
    /// <summary>Attached to a user, group or role: grants and denies.</summary>
    Identity,

    /// <summary>Caps what identity policies of a user or role can grant.</summary>
    PermissionsBoundary,

    /// <summary>Passed when a session is made: caps the session.</summary>
    Session,

    /// <summary>Attached to a resource: names principals.</summary>
    Resource,

    /// <summary>Caps the principals of an organization's accounts (SCP).</summary>
    ServiceControl,

    /// <summary>Denies access to the resources of an organization's accounts (RCP).</summary>
    ResourceControl,

    /// <summary>Filters what passes through a network endpoint.</summary>
    VpcEndpoint,

    /// <summary>The resource policy of a role: who may assume it.</summary>
    Trust,
}

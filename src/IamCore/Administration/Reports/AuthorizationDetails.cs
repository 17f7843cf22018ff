namespace IamCore.Administration.Reports;

/// <summary>A page of authorization details.</summary>
public sealed record AuthorizationDetails
{
    /// <summary>Users.</summary>
    public ValueList<UserDetail> Users { get; init; } = ValueList<UserDetail>.Empty;

    /// <summary>Groups.</summary>
    public ValueList<GroupDetail> Groups { get; init; } = ValueList<GroupDetail>.Empty;

    /// <summary>Roles.</summary>
    public ValueList<RoleDetail> Roles { get; init; } = ValueList<RoleDetail>.Empty;

    /// <summary>Managed policies.</summary>
    public ValueList<PolicyDetail> Policies { get; init; } = ValueList<PolicyDetail>.Empty;

    /// <summary>Where the next page begins; <see langword="null"/> after the last one.</summary>
    public string? Marker { get; init; }

    /// <summary>Whether more follow.</summary>
    public bool IsTruncated => Marker is not null;

    internal int Count => Users.Count + Groups.Count + Roles.Count + Policies.Count;
}

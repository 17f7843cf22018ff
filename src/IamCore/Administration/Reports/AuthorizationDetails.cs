namespace IamCore.Administration.Reports;

/// <summary>A page of authorization details.</summary>
public sealed record AuthorizationDetails
{
    /// <summary>The users on the page.</summary>
    public ValueList<UserDetail> Users { get; init; } = ValueList<UserDetail>.Empty;

    /// <summary>The groups on the page.</summary>
    public ValueList<GroupDetail> Groups { get; init; } = ValueList<GroupDetail>.Empty;

    /// <summary>The roles on the page.</summary>
    public ValueList<RoleDetail> Roles { get; init; } = ValueList<RoleDetail>.Empty;

    /// <summary>The managed policies on the page.</summary>
    public ValueList<PolicyDetail> Policies { get; init; } = ValueList<PolicyDetail>.Empty;

    /// <summary>The marker to pass to get the next page; <see langword="null"/> on the last page.</summary>
    public string? Marker { get; init; }

    /// <summary>Whether more items follow.</summary>
    public bool IsTruncated => Marker is not null;

    internal int Count => Users.Count + Groups.Count + Roles.Count + Policies.Count;
}

using IamCore.Administration;

namespace IamCore;

/// <summary>
/// Everything about who is allowed what in the account, page by page: users, groups, roles, then managed policies (ID-266). What is on one
/// page is of one revision.
/// </summary>
public sealed record GetAccountAuthorizationDetails : IamQuery<AuthorizationDetails>
{
    /// <summary>What to tell; empty for all.</summary>
    public ValueList<AuthorizationDetailKind> Filter { get; init; } = ValueList<AuthorizationDetailKind>.Empty;

    /// <summary>Most items on a page, 1 to 1000; a page may be shorter.</summary>
    /// <value>100</value>
    public int? MaxItems { get; init; }

    /// <summary>Where to go on: what the page before gave; <see langword="null"/> for the first page.</summary>
    public string? Marker { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        check.Paging(MaxItems, Marker);
        foreach (var kind in Filter)
        {
            check.Require(Enum.IsDefined(kind), nameof(Filter), "must be one of the kinds", "ID-266");
        }
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<AuthorizationDetails> ApplyAsync(AdministrationWork work)
    {
        var list = $"{Action}\n{work.AccountId}\n{string.Join(',', Filter)}";
        var place = Markers.Read(list, Marker);
        var wanted = Enum.GetValues<AuthorizationDetailKind>().Where(k => Filter.Count == 0 || Filter.Contains(k)).ToList();
        var first = place is { } begun && int.TryParse(begun.Id[..1], out var at) ? at : 0;
        for (var i = first; i < wanted.Count; i++)
        {
            var after = i == first && place is { } p && p.Id.Length > 1 ? new ListPosition(p.FoldedName, p.Id[1..]) : (ListPosition?)null;
            var (page, next) = await DetailPages.ReadAsync(work, wanted[i], after, MaxItems ?? 100).ConfigureAwait(false);
            if (page.Count > 0 || next is not null)
            {
                var marker = next is { } n ? new ListPosition(n.FoldedName, $"{i}{n.Id}") : i + 1 < wanted.Count ? new ListPosition("", $"{i + 1}") : (ListPosition?)null;
                return page with { Marker = marker is { } m ? Markers.Write(list, m) : null };
            }
        }

        return new();
    }
}

/// <summary>What <see cref="GetAccountAuthorizationDetails"/> can tell.</summary>
public enum AuthorizationDetailKind : byte
{
    /// <summary>Users with groups, policies, boundary and tags.</summary>
    User,

    /// <summary>Groups with policies.</summary>
    Group,

    /// <summary>Roles with trust policy, policies, boundary, tags and instance profiles.</summary>
    Role,

    /// <summary>Customer managed policies with all versions.</summary>
    LocalManagedPolicy,

    /// <summary>Predefined policies that the account uses.</summary>
    AWSManagedPolicy,
}

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

/// <summary>A user with what it is allowed by.</summary>
/// <param name="User">The user with its inline policies and tags.</param>
/// <param name="GroupNames">The groups it is in.</param>
/// <param name="AttachedPolicies">The managed policies attached to it.</param>
/// <param name="PermissionsBoundary">ARN of the boundary; <see langword="null"/> without one.</param>
public sealed record UserDetail(IamUser User, ValueList<string> GroupNames, ValueList<AttachedPolicy> AttachedPolicies, string? PermissionsBoundary);

/// <summary>A group with what it allows.</summary>
/// <param name="Group">The group with its inline policies.</param>
/// <param name="AttachedPolicies">The managed policies attached to it.</param>
public sealed record GroupDetail(IamGroup Group, ValueList<AttachedPolicy> AttachedPolicies);

/// <summary>A role with what it is allowed by and who may assume it.</summary>
/// <param name="Role">The role with its trust policy, as people see it, inline policies and tags.</param>
/// <param name="AttachedPolicies">The managed policies attached to it.</param>
/// <param name="PermissionsBoundary">ARN of the boundary; <see langword="null"/> without one.</param>
/// <param name="InstanceProfiles">Names of the instance profiles that hold it.</param>
public sealed record RoleDetail(IamRole Role, ValueList<AttachedPolicy> AttachedPolicies, string? PermissionsBoundary, ValueList<string> InstanceProfiles)
{
    /// <summary>When a session of it was last used; <see langword="null"/> for not within 400 days, and where nothing is recorded (ID-120).</summary>
    public RoleLastUsed? LastUsed { get; init; }
}

/// <summary>A managed policy with its versions.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Versions">Its versions, oldest first.</param>
public sealed record PolicyDetail(PolicyDescription Policy, ValueList<PolicyVersion> Versions);

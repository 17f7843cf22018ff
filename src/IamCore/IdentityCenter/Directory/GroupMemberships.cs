using IamCore.Administration;
using IamCore.IdentityCenter;

namespace IamCore;

/// <summary>A user is in a group.</summary>
/// <param name="MembershipId">Names the membership: group, slash, user.</param>
/// <param name="GroupId">The group.</param>
/// <param name="UserId">The user.</param>
public sealed record GroupMembership(string MembershipId, string GroupId, string UserId)
{
    internal static GroupMembership Of(string groupId, string userId) => new($"{groupId}/{userId}", groupId, userId);
}

/// <summary>Whether a user is in a group.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="IsMember">Whether.</param>
public sealed record GroupMembershipResult(string GroupId, bool IsMember);

/// <summary>Puts a user into a group (ST-134). Gives the membership.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="UserId">The user.</param>
public sealed record CreateGroupMembership(string GroupId, string UserId) : IdentityCenterChange<GroupMembership>
{
    /// <inheritdoc />
    public override string Action => "identitystore:CreateGroupMembership";

    internal override void Validate(ParameterCheck check)
    {
        DirectoryRules.CheckId(check, GroupId, nameof(GroupId));
        DirectoryRules.CheckId(check, UserId, nameof(UserId));
    }

    internal override async ValueTask<GroupMembership> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var group = await DirectoryRules.GetGroupAsync(work, instance, GroupId).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, UserId).ConfigureAwait(false);
        await CenterAccess.CheckNotOwnersAsync(work, instance, [group.Key]).ConfigureAwait(false);
        if (user.Groups.Contains(group.Id))
        {
            throw CenterRefusals.InUse("The user is a member of the group already.", "ST-134");
        }

        work.Put(user with { Groups = [.. user.Groups, group.Id] });
        return GroupMembership.Of(group.Id, user.Id);
    }
}

/// <summary>Takes a user out of a group (ST-134).</summary>
/// <param name="MembershipId">The membership.</param>
public sealed record DeleteGroupMembership(string MembershipId) : IdentityCenterChange<Nothing>
{
    /// <inheritdoc />
    public override string Action => "identitystore:DeleteGroupMembership";

    internal override void Validate(ParameterCheck check) => check.Require(
        MembershipId?.Split('/') is [{ Length: > 0 }, { Length: > 0 }], nameof(MembershipId), "must be the id of a membership", "ST-134");

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var parts = MembershipId.Split('/');
        var group = await DirectoryRules.GetGroupAsync(work, instance, parts[0]).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, parts[1]).ConfigureAwait(false);
        await CenterAccess.CheckNotOwnersAsync(work, instance, [group.Key]).ConfigureAwait(false);
        if (!user.Groups.Contains(group.Id))
        {
            throw CenterRefusals.Missing("membership", "ST-134");
        }

        work.Put(user with { Groups = [.. ((IEnumerable<string>)user.Groups).Where(id => id != group.Id)] });
        return default;
    }
}

/// <summary>Lists the members of a group by user name.</summary>
/// <param name="GroupId">The group.</param>
public sealed record ListGroupMemberships(string GroupId) : IdentityCenterListQuery<GroupMembership>
{
    /// <inheritdoc />
    public override string Action => "identitystore:ListGroupMemberships";

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        DirectoryRules.CheckId(check, GroupId, nameof(GroupId));
    }

    internal override async ValueTask<Page<GroupMembership>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var group = await DirectoryRules.GetGroupAsync(work, instance, GroupId).ConfigureAwait(false);
        var page = await work.PageAsync<GroupMembership, DirectoryUser>(
            this, ObjectKind.DirectoryUser, null, refersTo: new(Relation.Member, group.Key), scope: instance.Scope).ConfigureAwait(false);
        return new([.. ((IEnumerable<DirectoryUser>)page.Items).Select(user => GroupMembership.Of(group.Id, user.Id))], page.Marker);
    }
}

/// <summary>Lists the groups of a user, in the order of their ids.</summary>
/// <param name="UserId">The user.</param>
public sealed record ListGroupMembershipsForMember(string UserId) : IdentityCenterListQuery<GroupMembership>
{
    /// <inheritdoc />
    public override string Action => "identitystore:ListGroupMembershipsForMember";

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        DirectoryRules.CheckId(check, UserId, nameof(UserId));
    }

    internal override async ValueTask<Page<GroupMembership>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, UserId).ConfigureAwait(false);
        return work.PageOf(this, user.Id, ((IEnumerable<string>)user.Groups).Select(group => GroupMembership.Of(group, user.Id)), m => m.GroupId);
    }
}

/// <summary>Tells of each group whether a user is in it, in the order asked.</summary>
/// <param name="UserId">The user.</param>
/// <param name="GroupIds">The groups, 1 to 100.</param>
public sealed record IsMemberInGroups(string UserId, ValueList<string> GroupIds) : IdentityCenterQuery<ValueList<GroupMembershipResult>>
{
    /// <inheritdoc />
    public override string Action => "identitystore:IsMemberInGroups";

    internal override void Validate(ParameterCheck check)
    {
        DirectoryRules.CheckId(check, UserId, nameof(UserId));
        check.Require(GroupIds is { Count: >= 1 and <= 100 }, nameof(GroupIds), "must have 1 to 100 members", "ST-134");
    }

    internal override async ValueTask<ValueList<GroupMembershipResult>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, UserId).ConfigureAwait(false);
        return [.. ((IEnumerable<string>)GroupIds).Select(group => new GroupMembershipResult(group, user.Groups.Contains(group)))];
    }
}

using IamCore.Administration;
using IamCore.IdentityCenter;

namespace IamCore;

/// <summary>Makes a directory group (ST-134). Gives the group.</summary>
/// <param name="DisplayName">The name.</param>
public sealed record CreateDirectoryGroup(string DisplayName) : IdentityCenterChange<DirectoryGroup>
{
    /// <summary>For people.</summary>
    public string? Description { get; init; }

    /// <summary>How other systems know the group.</summary>
    public ValueList<ExternalId> ExternalIds { get; init; } = ValueList<ExternalId>.Empty;

    /// <inheritdoc />
    public override string Action => "identitystore:CreateGroup";

    internal override void Validate(ParameterCheck check)
    {
        DirectoryRules.CheckGroupName(check, DisplayName);
        DirectoryRules.CheckText(check, Description, nameof(Description), 1024);
        DirectoryRules.CheckExternalIds(check, ExternalIds);
    }

    internal override async ValueTask<DirectoryGroup> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var group = new DirectoryGroup
        {
            Id = DirectoryRules.NewId(work),
            Account = instance.Account,
            InstanceId = instance.Id,
            DisplayName = DisplayName,
            Description = Description,
            ExternalIds = ExternalIds,
            CreateDate = work.Now,
        };
        await DirectoryRules.CheckFreeAsync(work, group, "group name or external id").ConfigureAwait(false);
        await work.CheckRoomAsync(ObjectKind.DirectoryGroup, Quota.DirectoryGroupsPerInstance, instance.Scope).ConfigureAwait(false);
        work.Put(group);
        return group;
    }
}

/// <summary>Changes a directory group (ST-134). Gives the group.</summary>
/// <param name="GroupId">The group.</param>
public sealed record UpdateDirectoryGroup(string GroupId) : IdentityCenterChange<DirectoryGroup>
{
    /// <summary>The name; <see langword="null"/> leaves it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>For people; <see langword="null"/> leaves it, the empty text removes it.</summary>
    public string? Description { get; init; }

    /// <summary>How other systems know the group; <see langword="null"/> leaves it.</summary>
    public ValueList<ExternalId>? ExternalIds { get; init; }

    /// <inheritdoc />
    public override string Action => "identitystore:UpdateGroup";

    internal override void Validate(ParameterCheck check)
    {
        DirectoryRules.CheckId(check, GroupId, nameof(GroupId));
        if (DisplayName is not null)
        {
            DirectoryRules.CheckGroupName(check, DisplayName);
        }

        DirectoryRules.CheckText(check, Description, nameof(Description), 1024);
        DirectoryRules.CheckExternalIds(check, ExternalIds);
    }

    internal override async ValueTask<DirectoryGroup> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var group = await DirectoryRules.GetGroupAsync(work, instance, GroupId).ConfigureAwait(false);
        CheckRevision(group);
        await CenterAccess.CheckNotOwnersAsync(work, instance, [group.Key]).ConfigureAwait(false);
        var changed = group with
        {
            DisplayName = DisplayName ?? group.DisplayName,
            Description = Description is null ? group.Description : UserFields.OrNull(Description),
            ExternalIds = ExternalIds ?? group.ExternalIds,
        };
        await DirectoryRules.CheckFreeAsync(work, changed, "group name or external id").ConfigureAwait(false);
        if (changed != group)
        {
            work.Put(changed);
        }

        return changed;
    }
}

/// <summary>Deletes a directory group with its memberships and assignments (ST-134).</summary>
/// <param name="GroupId">The group.</param>
public sealed record DeleteDirectoryGroup(string GroupId) : IdentityCenterChange<Nothing>
{
    /// <inheritdoc />
    public override string Action => "identitystore:DeleteGroup";

    internal override void Validate(ParameterCheck check) => DirectoryRules.CheckId(check, GroupId, nameof(GroupId));

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var group = await DirectoryRules.GetGroupAsync(work, instance, GroupId).ConfigureAwait(false);
        CheckRevision(group);
        await CenterAccess.CheckNotOwnersAsync(work, instance, [group.Key]).ConfigureAwait(false);
        await Provisioning.UnassignAllAsync(work, instance, group.Key).ConfigureAwait(false);
        foreach (var user in await work.ReferrersAsync<DirectoryUser>(ObjectKind.DirectoryUser, Relation.Member, group.Key, instance.Scope).ConfigureAwait(false))
        {
            work.Put(user with { Groups = [.. ((IEnumerable<string>)user.Groups).Where(id => id != group.Id)] });
        }

        work.Delete(group);
        return default;
    }
}

/// <summary>Reads a directory group.</summary>
/// <param name="GroupId">The group.</param>
public sealed record DescribeDirectoryGroup(string GroupId) : IdentityCenterQuery<DirectoryGroup>
{
    /// <inheritdoc />
    public override string Action => "identitystore:DescribeGroup";

    internal override void Validate(ParameterCheck check) => DirectoryRules.CheckId(check, GroupId, nameof(GroupId));

    internal override async ValueTask<DirectoryGroup> ApplyAsync(AdministrationWork work) =>
        await DirectoryRules.GetGroupAsync(work, await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false), GroupId).ConfigureAwait(false);
}

/// <summary>Lists the directory groups by name.</summary>
public sealed record ListDirectoryGroups : IdentityCenterListQuery<DirectoryGroup>
{
    /// <inheritdoc />
    public override string Action => "identitystore:ListGroups";

    internal override async ValueTask<Page<DirectoryGroup>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        return await work.PageAsync<DirectoryGroup, DirectoryGroup>(this, ObjectKind.DirectoryGroup, null, scope: instance.Scope).ConfigureAwait(false);
    }
}

/// <summary>Finds the id of a directory group by its name or by one of its external ids.</summary>
public sealed record GetGroupId : IdentityCenterQuery<string>
{
    /// <summary>The name, in any letter case; <see langword="null"/> where the external id is given.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The external id; <see langword="null"/> where the name is given.</summary>
    public ExternalId? ExternalId { get; init; }

    /// <inheritdoc />
    public override string Action => "identitystore:GetGroupId";

    internal override void Validate(ParameterCheck check) =>
        check.Require(DisplayName is null != ExternalId is null, nameof(DisplayName), "must be given, or ExternalId, and not both", "ST-134");

    internal override async ValueTask<string> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var key = DisplayName is not null ? DirectoryGroup.NameKey(instance.Id, DisplayName) : DirectoryGroup.ExternalKey(instance.Id, ExternalId!);
        return (await work.FindAsync<DirectoryGroup>(key).ConfigureAwait(false))?.Id ?? throw CenterRefusals.Missing("group", "ST-134");
    }
}

using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Changes a directory group (ST-134). The result is the group.</summary>
/// <param name="GroupId">The id of the group.</param>
public sealed record UpdateDirectoryGroup(string GroupId) : IdentityCenterChange<DirectoryGroup>
{
    /// <summary>The name; <see langword="null"/> to keep the current one.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The description; <see langword="null"/> to keep the current one, an empty string to remove it.</summary>
    public string? Description { get; init; }

    /// <summary>The ids by which other systems know the group; <see langword="null"/> to keep the current ones.</summary>
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

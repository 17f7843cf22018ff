using IamCore.Administration;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Adds a user to a directory group (ST-134). The result is the membership.</summary>
/// <param name="GroupId">The id of the group.</param>
/// <param name="UserId">The id of the user.</param>
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
            throw IdentityCenterErrors.InUse("The user is already a member of the group.", "ST-134");
        }

        work.Put(user with { Groups = [.. user.Groups, group.Id] });
        return GroupMembership.Of(group.Id, user.Id);
    }
}

using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Deletes a directory group together with its memberships and assignments (ST-134).</summary>
/// <param name="GroupId">The id of the group.</param>
public sealed record DeleteDirectoryGroup(string GroupId) : IdentityCenterChange<NoResult>
{
    /// <inheritdoc />
    public override string Action => "identitystore:DeleteGroup";

    internal override void Validate(ParameterCheck check) => DirectoryRules.CheckId(check, GroupId, nameof(GroupId));

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
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

using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Lists the members of a group by user name.</summary>
/// <param name="GroupId">The id of the group.</param>
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

using IamCore.Administration;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Lists the groups of a user, ordered by their ids.</summary>
/// <param name="UserId">The id of the user.</param>
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

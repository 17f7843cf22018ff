using IamCore.Administration;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Determines for each of several groups whether a user is a member. The results are in the order of the groups.</summary>
/// <param name="UserId">The id of the user.</param>
/// <param name="GroupIds">The ids of the groups, 1 to 100.</param>
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

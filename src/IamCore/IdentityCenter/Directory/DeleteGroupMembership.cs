using IamCore.Administration;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Removes a user from a directory group (ST-134).</summary>
/// <param name="MembershipId">The id of the membership.</param>
public sealed record DeleteGroupMembership(string MembershipId) : IdentityCenterChange<NoResult>
{
    /// <inheritdoc />
    public override string Action => "identitystore:DeleteGroupMembership";

    internal override void Validate(ParameterCheck check) => check.Require(
        MembershipId?.Split('/') is [{ Length: > 0 }, { Length: > 0 }], nameof(MembershipId), "must be the id of a membership", "ST-134");

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var parts = MembershipId.Split('/');
        var group = await DirectoryRules.GetGroupAsync(work, instance, parts[0]).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, parts[1]).ConfigureAwait(false);
        await CenterAccess.CheckNotOwnersAsync(work, instance, [group.Key]).ConfigureAwait(false);
        if (!user.Groups.Contains(group.Id))
        {
            throw IdentityCenterErrors.Missing("membership", "ST-134");
        }

        work.Put(user with { Groups = [.. ((IEnumerable<string>)user.Groups).Where(id => id != group.Id)] });
        return default;
    }
}

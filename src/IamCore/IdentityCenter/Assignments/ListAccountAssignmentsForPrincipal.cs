using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>Lists the assignments of a user or group. Assignments through a user's groups are not included.</summary>
/// <param name="PrincipalType">Whether the principal is a user or a group.</param>
/// <param name="PrincipalId">The id of the user or group.</param>
public sealed record ListAccountAssignmentsForPrincipal(AssignmentPrincipalType PrincipalType, string PrincipalId) : IdentityCenterListQuery<AccountAssignment>
{
    /// <inheritdoc />
    public override string Action => "sso:ListAccountAssignmentsForPrincipal";

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.Require(PrincipalType is AssignmentPrincipalType.User or AssignmentPrincipalType.Group, nameof(PrincipalType), "must be USER or GROUP", "ST-142");
        DirectoryRules.CheckId(check, PrincipalId, nameof(PrincipalId));
    }

    internal override async ValueTask<Page<AccountAssignment>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var principal = new ObjectKey(PrincipalType == AssignmentPrincipalType.Group ? ObjectKind.DirectoryGroup : ObjectKind.DirectoryUser, PrincipalId);
        return await work.PageAsync<AccountAssignment, AccountAssignment>(
            this, ObjectKind.AccountAssignment, null, refersTo: new(Relation.AssignedPrincipal, principal), scope: instance.Scope).ConfigureAwait(false);
    }
}

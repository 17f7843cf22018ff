using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>
/// Ends an assignment. It yields no new credentials from then on; with the last assignment of a permission set in an account, existing
/// sessions end
/// as well (ST-146, ST-150). The result is the completed request.
/// </summary>
/// <param name="PrincipalType">Whether the principal is a user or a group.</param>
/// <param name="PrincipalId">The id of the user or group.</param>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
/// <param name="TargetId">The number of the account.</param>
public sealed record DeleteAccountAssignment(AssignmentPrincipalType PrincipalType, string PrincipalId, string PermissionSetArn, string TargetId)
    : AssignmentChange(PrincipalType, PrincipalId, PermissionSetArn, TargetId)
{
    internal override async ValueTask<AssignmentRequest> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        var target = AccountId.Parse(TargetId);
        if (CenterAccess.IsDelegate(work, instance) && target == instance.Account)
        {
            throw CenterAccess.OwnersAlone();
        }

        if (await work.FindAsync<AccountAssignment>(AccountAssignment.KeyOf(Principal, set.Id, target)).ConfigureAwait(false) is not { } assignment)
        {
            throw IdentityCenterErrors.Missing("assignment", "ST-142");
        }

        await Provisioning.UnassignAsync(work, assignment).ConfigureAwait(false);
        return await SettledAsync(work, instance, AssignmentRequestType.Delete, set, null).ConfigureAwait(false);
    }
}

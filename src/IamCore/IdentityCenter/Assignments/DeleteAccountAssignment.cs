using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>Ends an assignment: at once there are no new credentials of it, and with the last one of a set in an account its running sessions end
/// (ST-146, ST-150).</summary>
/// <param name="PrincipalType">User or group.</param>
/// <param name="PrincipalId">Its id.</param>
/// <param name="PermissionSetArn">The permission set.</param>
/// <param name="TargetId">The account.</param>
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
            throw CenterRefusals.Missing("assignment", "ST-142");
        }

        await Provisioning.UnassignAsync(work, assignment).ConfigureAwait(false);
        return await SettledAsync(work, instance, AssignmentRequestType.Delete, set, null).ConfigureAwait(false);
    }
}

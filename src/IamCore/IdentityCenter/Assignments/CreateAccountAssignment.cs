using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>
/// Gives a user or group access to an account with a permission set. It succeeds if the assignment already exists. The result is the
/// completed request.
/// </summary>
/// <param name="PrincipalType">Whether the principal is a user or a group.</param>
/// <param name="PrincipalId">The id of the user or group.</param>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
/// <param name="TargetId">The number of the account.</param>
public sealed record CreateAccountAssignment(AssignmentPrincipalType PrincipalType, string PrincipalId, string PermissionSetArn, string TargetId)
    : AssignmentChange(PrincipalType, PrincipalId, PermissionSetArn, TargetId)
{
    internal override async ValueTask<AssignmentRequest> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        var target = await CenterAccess.TargetAsync(work, instance, TargetId).ConfigureAwait(false);
        _ = PrincipalType == AssignmentPrincipalType.Group
            ? (CenterObject)await DirectoryRules.GetGroupAsync(work, instance, PrincipalId).ConfigureAwait(false)
            : await DirectoryRules.GetUserAsync(work, instance, PrincipalId).ConfigureAwait(false);
        if (CenterAccess.IsDelegate(work, instance) && target.AccountId == instance.Account)
        {
            throw CenterAccess.OwnersAlone();
        }

        var key = AccountAssignment.KeyOf(Principal, set.Id, target.AccountId);
        if (await work.FindAsync<AccountAssignment>(key).ConfigureAwait(false) is not null)
        {
            return await SettledAsync(work, instance, AssignmentRequestType.Create, set, null).ConfigureAwait(false);
        }

        var isNew = await work.FindAsync<ProvisionedPermissionSet>(ProvisionedPermissionSet.KeyOf(set.Id, target.AccountId)).ConfigureAwait(false) is null;
        if (isNew)
        {
            await CenterAccess.CheckNotOwnersAsync(work, instance, set).ConfigureAwait(false); // The assignment would provision the permission set (ST-142).
        }

        if (isNew && await Provisioning.ProvisionAsync(work, instance, set, target).ConfigureAwait(false) is { } failure)
        {
            return await SettledAsync(work, instance, AssignmentRequestType.Create, set, failure).ConfigureAwait(false);
        }

        work.Put(new AccountAssignment
        {
            Id = key.Id,
            Account = instance.Account,
            InstanceId = instance.Id,
            Principal = Principal,
            PermissionSetId = set.Id,
            TargetAccount = target.AccountId,
            CreateDate = work.Now,
        });
        return await SettledAsync(work, instance, AssignmentRequestType.Create, set, null).ConfigureAwait(false);
    }
}

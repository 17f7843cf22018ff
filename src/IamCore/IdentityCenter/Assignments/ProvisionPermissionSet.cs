using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>Updates the roles of a permission set in one account or in all (ST-141, ST-145). The result is the completed request.</summary>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
/// <param name="TargetId">
/// The number of the account; <see langword="null"/> for all accounts in which the permission set is provisioned.
/// </param>
public sealed record ProvisionPermissionSet(string PermissionSetArn, string? TargetId = null) : IdentityCenterChange<AssignmentRequest>, ICenterOperation
{
    /// <inheritdoc />
    public override string Action => "sso:ProvisionPermissionSet";

    string? ICenterOperation.NamedSet => PermissionSetArn;

    string? ICenterOperation.NamedAccount => TargetId;

    internal override void Validate(ParameterCheck check)
    {
        PermissionSetRules.CheckArn(check, PermissionSetArn);
        check.Require(TargetId is null || AccountId.IsValid(TargetId), nameof(TargetId), "must be 12 digits", "ST-141");
    }

    internal override async ValueTask<AssignmentRequest> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        await CenterAccess.CheckNotOwnersAsync(work, instance, set).ConfigureAwait(false);
        string? failure;
        if (TargetId is null)
        {
            var reasons = await Provisioning.ProvisionAllAsync(work, instance, set).ConfigureAwait(false);
            failure = reasons.Count == 0 ? null : string.Join(' ', reasons);
        }
        else
        {
            var target = await CenterAccess.TargetAsync(work, instance, TargetId).ConfigureAwait(false);
            failure = await work.FindAsync<ProvisionedPermissionSet>(ProvisionedPermissionSet.KeyOf(set.Id, target.AccountId)).ConfigureAwait(false) is null
                ? throw IdentityCenterErrors.Missing("permission set in the account", "ST-141")
                : await Provisioning.ProvisionAsync(work, instance, set, target).ConfigureAwait(false);
        }

        return await AssignmentRequests.SettledAsync(
            work, instance, AssignmentRequestType.Provision, set, TargetId is null ? null : AccountId.Parse(TargetId), null, failure).ConfigureAwait(false);
    }
}

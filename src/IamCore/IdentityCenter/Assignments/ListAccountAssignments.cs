using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>Lists the assignments of an account with a permission set.</summary>
/// <param name="AccountId">The number of the account.</param>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
public sealed record ListAccountAssignments(string AccountId, string PermissionSetArn) : IdentityCenterListQuery<AccountAssignment>, ICenterOperation
{
    /// <inheritdoc />
    public override string Action => "sso:ListAccountAssignments";

    string? ICenterOperation.NamedSet => PermissionSetArn;

    string? ICenterOperation.NamedAccount => AccountId;

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        PermissionSetRules.CheckArn(check, PermissionSetArn);
        check.Require(AccountId is not null && IamCore.Policies.AccountId.IsValid(AccountId), nameof(AccountId), "must be 12 digits", "ST-142");
    }

    internal override async ValueTask<Page<AccountAssignment>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        var key = ProvisionedPermissionSet.KeyOf(set.Id, IamCore.Policies.AccountId.Parse(AccountId));
        return await work.PageAsync<AccountAssignment, AccountAssignment>(
            this, ObjectKind.AccountAssignment, null, refersTo: new(Relation.Assignment, key), scope: instance.Scope).ConfigureAwait(false);
    }
}

using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>Lists the accounts in which a permission set is provisioned, with its roles, by account.</summary>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
public sealed record ListAccountsForProvisionedPermissionSet(string PermissionSetArn) : IdentityCenterListQuery<PermissionSetInAccount>, ICenterOperation
{
    /// <inheritdoc />
    public override string Action => "sso:ListAccountsForProvisionedPermissionSet";

    string? ICenterOperation.NamedSet => PermissionSetArn;

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        PermissionSetRules.CheckArn(check, PermissionSetArn);
    }

    internal override async ValueTask<Page<PermissionSetInAccount>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        var page = await work.PageAsync<PermissionSetInAccount, ProvisionedPermissionSet>(
            this, ObjectKind.ProvisionedPermissionSet, null, refersTo: new(Relation.AssignedSet, set.Key), scope: instance.Scope).ConfigureAwait(false);
        var found = new List<PermissionSetInAccount>();
        foreach (var provisioned in page.Items.AsSpan().ToArray())
        {
            var role = await work.FindAsync<IamRole>(new ObjectKey(ObjectKind.Role, provisioned.RoleId)).ConfigureAwait(false);
            found.Add(new(
                set.Arn, provisioned.TargetAccount, role?.Arn ?? "",
                provisioned.Version == set.Version ? ProvisioningStatus.LatestProvisioned : ProvisioningStatus.LatestNotProvisioned));
        }

        return new([.. found], page.Marker);
    }
}

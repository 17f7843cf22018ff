using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>Deletes a permission set that has no assignments (ST-141).</summary>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
public sealed record DeletePermissionSet(string PermissionSetArn) : IdentityCenterChange<NoResult>, ICenterOperation
{
    /// <inheritdoc />
    public override string Action => "sso:DeletePermissionSet";

    string? ICenterOperation.NamedSet => PermissionSetArn;

    internal override void Validate(ParameterCheck check) => PermissionSetRules.CheckArn(check, PermissionSetArn);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        CheckRevision(set);
        if (await work.CountReferrersAsync(ObjectKind.AccountAssignment, Relation.AssignedSet, set.Key, instance.Scope).ConfigureAwait(false) > 0)
        {
            throw IdentityCenterErrors.InUse("The permission set has assignments.", "ST-141");
        }

        work.Delete(set);
        return default;
    }
}

using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>
/// A change to the policies of a permission set's roles (ST-140). If the instance provisions automatically, existing sessions are affected
/// immediately (ST-004, ST-145). The result is the permission set.
/// </summary>
public abstract record PermissionSetChange : IdentityCenterChange<PermissionSet>, ICenterOperation
{
    private protected PermissionSetChange(string permissionSetArn) => PermissionSetArn = permissionSetArn;

    /// <summary>The ARN of the permission set.</summary>
    public string PermissionSetArn { get; init; }

    /// <inheritdoc />
    public override string Action => $"sso:{GetType().Name}";

    string? ICenterOperation.NamedSet => PermissionSetArn;

    internal override void Validate(ParameterCheck check) => PermissionSetRules.CheckArn(check, PermissionSetArn);

    internal abstract PermissionSet Change(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set);

    internal sealed override async ValueTask<PermissionSet> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        CheckRevision(set);
        return await PermissionSetRules.ChangeAsync(work, instance, set, Change(work, instance, set)).ConfigureAwait(false);
    }
}

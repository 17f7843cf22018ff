using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>Deletes the inline policy of a permission set, if it has one. The result is the permission set.</summary>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
public sealed record DeleteInlinePolicyFromPermissionSet(string PermissionSetArn) : PermissionSetChange(PermissionSetArn)
{
    internal override PermissionSet Change(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set) => set with { InlinePolicy = null };
}

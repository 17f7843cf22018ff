using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>Takes a permission set's own policy away; without one nothing changes.</summary>
/// <param name="PermissionSetArn">The set.</param>
public sealed record DeleteInlinePolicyFromPermissionSet(string PermissionSetArn) : PermissionSetChange(PermissionSetArn)
{
    internal override PermissionSet Change(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set) => set with { InlinePolicy = null };
}

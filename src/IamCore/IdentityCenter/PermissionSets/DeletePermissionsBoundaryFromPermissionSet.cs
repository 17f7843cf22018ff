using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>Removes the permissions boundary of a permission set's roles. The result is the permission set.</summary>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
public sealed record DeletePermissionsBoundaryFromPermissionSet(string PermissionSetArn) : PermissionSetChange(PermissionSetArn)
{
    internal override PermissionSet Change(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set) =>
        set is { ManagedBoundary: null, CustomerBoundary: null }
            ? throw IdentityCenterErrors.Missing("permissions boundary", "ST-140") : set with { ManagedBoundary = null, CustomerBoundary = null };
}

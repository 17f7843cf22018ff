using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>
/// Adds to a permission set a customer managed policy that each target account has under the given path and name. The result is the
/// permission set.
/// </summary>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
/// <param name="CustomerManagedPolicyReference">The path and name of the policy.</param>
public sealed record AttachCustomerManagedPolicyReferenceToPermissionSet(string PermissionSetArn, CustomerPolicyReference CustomerManagedPolicyReference)
    : PermissionSetChange(PermissionSetArn)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        PermissionSetRules.CheckReference(check, CustomerManagedPolicyReference);
    }

    internal override PermissionSet Change(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set)
    {
        if (((IEnumerable<CustomerPolicyReference>)set.CustomerPolicies).Any(p => p.Name.Equals(CustomerManagedPolicyReference.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw IdentityCenterErrors.InUse("A customer managed policy of that name is already attached.", "ST-140");
        }

        var changed = set with { CustomerPolicies = [.. set.CustomerPolicies, CustomerManagedPolicyReference] };
        PermissionSetRules.CheckPolicyCount(work, changed);
        return changed;
    }
}

using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>Removes a customer managed policy of the target accounts from a permission set. The result is the permission set.</summary>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
/// <param name="CustomerManagedPolicyReference">The path and name of the policy.</param>
public sealed record DetachCustomerManagedPolicyReferenceFromPermissionSet(string PermissionSetArn, CustomerPolicyReference CustomerManagedPolicyReference)
    : PermissionSetChange(PermissionSetArn)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        PermissionSetRules.CheckReference(check, CustomerManagedPolicyReference);
    }

    internal override PermissionSet Change(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set) =>
        set.CustomerPolicies.Contains(CustomerManagedPolicyReference)
            ? set with { CustomerPolicies = [.. ((IEnumerable<CustomerPolicyReference>)set.CustomerPolicies).Where(p => p != CustomerManagedPolicyReference)] }
            : throw IdentityCenterErrors.Missing("attachment", "ST-140");
}

using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>Adds a policy that each target account has by that path and name.</summary>
/// <param name="PermissionSetArn">The set.</param>
/// <param name="CustomerManagedPolicyReference">The policy.</param>
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
            throw CenterRefusals.InUse("A customer managed policy of that name is attached already.", "ST-140");
        }

        var changed = set with { CustomerPolicies = [.. set.CustomerPolicies, CustomerManagedPolicyReference] };
        PermissionSetRules.CheckPolicyCount(work, changed);
        return changed;
    }
}

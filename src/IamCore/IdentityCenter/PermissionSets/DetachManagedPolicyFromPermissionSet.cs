using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>Removes a predefined policy from a permission set. The result is the permission set.</summary>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
/// <param name="ManagedPolicyArn">The ARN of the policy.</param>
public sealed record DetachManagedPolicyFromPermissionSet(string PermissionSetArn, string ManagedPolicyArn) : PermissionSetChange(PermissionSetArn)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.PolicyArn(ManagedPolicyArn, nameof(ManagedPolicyArn), "ST-140");
    }

    internal override PermissionSet Change(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set)
    {
        var policy = PermissionSetRules.Predefined(work, instance, ManagedPolicyArn);
        return set.ManagedPolicies.Contains(policy)
            ? set with { ManagedPolicies = [.. ((IEnumerable<ObjectKey>)set.ManagedPolicies).Where(key => key != policy)] }
            : throw IdentityCenterErrors.Missing("attachment", "ST-140");
    }
}

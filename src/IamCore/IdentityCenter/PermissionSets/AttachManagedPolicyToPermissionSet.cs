using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>Adds a predefined policy to a permission set. The result is the permission set.</summary>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
/// <param name="ManagedPolicyArn">The ARN of the policy.</param>
public sealed record AttachManagedPolicyToPermissionSet(string PermissionSetArn, string ManagedPolicyArn) : PermissionSetChange(PermissionSetArn)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.PolicyArn(ManagedPolicyArn, nameof(ManagedPolicyArn), "ST-140");
    }

    internal override PermissionSet Change(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set)
    {
        var policy = PermissionSetRules.Predefined(work, instance, ManagedPolicyArn);
        if (set.ManagedPolicies.Contains(policy))
        {
            throw IdentityCenterErrors.InUse("The managed policy is already attached.", "ST-140");
        }

        var changed = set with { ManagedPolicies = [.. set.ManagedPolicies, policy] };
        PermissionSetRules.CheckPolicyCount(work, changed);
        return changed;
    }
}

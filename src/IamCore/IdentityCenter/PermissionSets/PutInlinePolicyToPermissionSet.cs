using IamCore.Administration;
using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>Sets the inline policy of a permission set, replacing any it has. The result is the permission set.</summary>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
/// <param name="InlinePolicy">The policy document, at most 10,240 characters.</param>
public sealed record PutInlinePolicyToPermissionSet(string PermissionSetArn, string InlinePolicy) : PermissionSetChange(PermissionSetArn)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        if (check.Require(InlinePolicy is not null, nameof(InlinePolicy), "is required", "ST-140"))
        {
            check.Length(InlinePolicy!, nameof(InlinePolicy), 1, PermissionSetRules.MaxInlinePolicy, "ST-140");
        }
    }

    internal override PermissionSet Change(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set)
    {
        var text = new PolicyText(InlinePolicy);
        _ = DocumentRules.Check(work, text, PolicyType.Identity);
        return set with { InlinePolicy = text };
    }
}

using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>
/// Sets the permissions boundary of a permission set's roles: a predefined policy or one that each target account has. The result is the
/// permission set.
/// </summary>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
public sealed record PutPermissionsBoundaryToPermissionSet(string PermissionSetArn) : PermissionSetChange(PermissionSetArn)
{
    /// <summary>
    /// The ARN of a predefined policy; <see langword="null"/> if <see cref="CustomerManagedPolicyReference"/> is specified.
    /// </summary>
    public string? ManagedPolicyArn { get; init; }

    /// <summary>
    /// The path and name of a policy in each target account; <see langword="null"/> if <see cref="ManagedPolicyArn"/> is specified.
    /// </summary>
    public CustomerPolicyReference? CustomerManagedPolicyReference { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.Require(ManagedPolicyArn is null != CustomerManagedPolicyReference is null, nameof(ManagedPolicyArn), "must be specified if, and only if, CustomerManagedPolicyReference is not", "ST-140");
        if (ManagedPolicyArn is not null)
        {
            check.PolicyArn(ManagedPolicyArn, nameof(ManagedPolicyArn), "ST-140");
        }
        else if (CustomerManagedPolicyReference is not null)
        {
            PermissionSetRules.CheckReference(check, CustomerManagedPolicyReference);
        }
    }

    internal override PermissionSet Change(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set) => set with
    {
        ManagedBoundary = ManagedPolicyArn is null ? null : PermissionSetRules.Predefined(work, instance, ManagedPolicyArn),
        CustomerBoundary = CustomerManagedPolicyReference,
    };
}

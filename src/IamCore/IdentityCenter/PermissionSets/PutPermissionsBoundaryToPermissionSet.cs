using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>Sets the boundary of a permission set's roles: a predefined policy, or one that each target account has.</summary>
/// <param name="PermissionSetArn">The set.</param>
public sealed record PutPermissionsBoundaryToPermissionSet(string PermissionSetArn) : PermissionSetChange(PermissionSetArn)
{
    /// <summary>ARN of a predefined policy; <see langword="null"/> where the other is given.</summary>
    public string? ManagedPolicyArn { get; init; }

    /// <summary>A policy of each target account; <see langword="null"/> where the other is given.</summary>
    public CustomerPolicyReference? CustomerManagedPolicyReference { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.Require(ManagedPolicyArn is null != CustomerManagedPolicyReference is null, nameof(ManagedPolicyArn), "must be given, or CustomerManagedPolicyReference, and not both", "ST-140");
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

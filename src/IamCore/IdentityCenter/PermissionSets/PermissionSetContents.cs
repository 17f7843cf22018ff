using IamCore.Administration;
using IamCore.IdentityCenter;

namespace IamCore;

/// <summary>A change of what a permission set's roles are made of (ST-140). Where the instance provisions by itself, running sessions see it at once
/// (ST-004, ST-145). Gives the set.</summary>
public abstract record PermissionSetChange : IdentityCenterChange<PermissionSet>, ICenterOperation
{
    private protected PermissionSetChange(string permissionSetArn) => PermissionSetArn = permissionSetArn;

    /// <summary>The set.</summary>
    public string PermissionSetArn { get; init; }

    /// <inheritdoc />
    public override string Action => $"sso:{GetType().Name}";

    string? ICenterOperation.NamedSet => PermissionSetArn;

    internal override void Validate(ParameterCheck check) => PermissionSetRules.CheckArn(check, PermissionSetArn);

    internal abstract PermissionSet Change(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set);

    internal sealed override async ValueTask<PermissionSet> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        CheckRevision(set);
        return await PermissionSetRules.ChangeAsync(work, instance, set, Change(work, instance, set)).ConfigureAwait(false);
    }
}

/// <summary>Adds a predefined policy to a permission set.</summary>
/// <param name="PermissionSetArn">The set.</param>
/// <param name="ManagedPolicyArn">ARN of the policy.</param>
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
            throw CenterRefusals.InUse("The managed policy is attached already.", "ST-140");
        }

        var changed = set with { ManagedPolicies = [.. set.ManagedPolicies, policy] };
        PermissionSetRules.CheckPolicyCount(work, changed);
        return changed;
    }
}

/// <summary>Takes a predefined policy from a permission set.</summary>
/// <param name="PermissionSetArn">The set.</param>
/// <param name="ManagedPolicyArn">ARN of the policy.</param>
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
            : throw CenterRefusals.Missing("attachment", "ST-140");
    }
}

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

/// <summary>Takes a policy of the target accounts from a permission set.</summary>
/// <param name="PermissionSetArn">The set.</param>
/// <param name="CustomerManagedPolicyReference">The policy.</param>
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
            : throw CenterRefusals.Missing("attachment", "ST-140");
}

/// <summary>Sets a permission set's own policy, in place of the one it may have.</summary>
/// <param name="PermissionSetArn">The set.</param>
/// <param name="InlinePolicy">The document, at most 10,240 characters.</param>
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

/// <summary>Takes a permission set's own policy away; without one nothing changes.</summary>
/// <param name="PermissionSetArn">The set.</param>
public sealed record DeleteInlinePolicyFromPermissionSet(string PermissionSetArn) : PermissionSetChange(PermissionSetArn)
{
    internal override PermissionSet Change(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set) => set with { InlinePolicy = null };
}

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

/// <summary>Takes the boundary of a permission set's roles away.</summary>
/// <param name="PermissionSetArn">The set.</param>
public sealed record DeletePermissionsBoundaryFromPermissionSet(string PermissionSetArn) : PermissionSetChange(PermissionSetArn)
{
    internal override PermissionSet Change(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set) =>
        set is { ManagedBoundary: null, CustomerBoundary: null }
            ? throw CenterRefusals.Missing("permissions boundary", "ST-140") : set with { ManagedBoundary = null, CustomerBoundary = null };
}

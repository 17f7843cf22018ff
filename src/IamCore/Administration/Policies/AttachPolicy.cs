using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>
/// Attaches a managed policy to an identity; nothing changes if it is already attached (ID-153). The result is the identity.
/// </summary>
/// <typeparam name="TIdentity">The type of the identity.</typeparam>
public abstract record AttachPolicy<TIdentity> : IamChange<TIdentity>
    where TIdentity : IamIdentity
{
    private protected AttachPolicy(string policyArn)
    {
        PolicyArn = policyArn;
    }

    /// <summary>The ARN of the policy.</summary>
    public string PolicyArn { get; init; }

    internal abstract string IdentityName { get; }

    internal override void Validate(ParameterCheck check)
    {
        IdentityRules<TIdentity>.Kind.Check(check, IdentityName);
        check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-153");
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await IdentityRules<TIdentity>.CheckAsync(work, Action, IdentityName, PolicyArn).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<TIdentity> ApplyAsync(AdministrationWork work)
    {
        var identity = await IdentityRules<TIdentity>.Kind.GetAsync<TIdentity>(work, IdentityName, "ID-153").ConfigureAwait(false);
        var policy = await ResolvedPolicy.GetAsync(work, PolicyArn, "ID-153").ConfigureAwait(false);
        CheckRevision(identity);
        var isAttached = identity.AttachedPolicies.Contains(policy.Key);
        if (!isAttached && !policy.IsAttachable)
        {
            throw ResolvedPolicy.NotAttachable(policy, "ID-153");
        }

        if (!isAttached)
        {
            work.Quotas.Check(IdentityRules<TIdentity>.AttachedQuota, identity.AttachedPolicies.Count + 1);
        }

        IdentityRules<TIdentity>.CheckModifiable(identity, "ID-153");
        if (isAttached)
        {
            return identity;
        }

        var changed = (TIdentity)(IamIdentity)(identity with { AttachedPolicies = [.. identity.AttachedPolicies, policy.Key] });
        work.Put(changed);
        return changed;
    }
}

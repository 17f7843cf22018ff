using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Detaches a managed policy from an identity (ID-154). The result is the identity.</summary>
/// <typeparam name="TIdentity">The type of the identity.</typeparam>
public abstract record DetachPolicy<TIdentity> : IamChange<TIdentity>
    where TIdentity : IamIdentity
{
    private protected DetachPolicy(string policyArn)
    {
        PolicyArn = policyArn;
    }

    /// <summary>The ARN of the policy.</summary>
    public string PolicyArn { get; init; }

    internal abstract string IdentityName { get; }

    internal override void Validate(ParameterCheck check)
    {
        IdentityRules<TIdentity>.Kind.Check(check, IdentityName);
        check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-154");
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await IdentityRules<TIdentity>.CheckAsync(work, Action, IdentityName, PolicyArn).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<TIdentity> ApplyAsync(AdministrationWork work)
    {
        var identity = await IdentityRules<TIdentity>.Kind.GetAsync<TIdentity>(work, IdentityName, "ID-154").ConfigureAwait(false);
        CheckRevision(identity);
        IdentityRules<TIdentity>.CheckModifiable(identity, "ID-126");
        var policy = await ResolvedPolicy.FindAsync(work, PolicyArn).ConfigureAwait(false);
        if (policy is null || !identity.AttachedPolicies.Contains(policy.Key))
        {
            throw new IamException(IamErrorCode.NoSuchEntity, $"Policy {PolicyArn} was not found.", "ID-154");
        }

        var changed = (TIdentity)(IamIdentity)(identity with
        {
            AttachedPolicies = [.. ((IEnumerable<ObjectKey>)identity.AttachedPolicies).Where(key => key != policy.Key)],
        });
        work.Put(changed);
        return changed;
    }
}

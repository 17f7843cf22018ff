using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Deletes an inline policy of an identity (ID-158). The result is the identity.</summary>
/// <typeparam name="TIdentity">The type of the identity.</typeparam>
public abstract record DeleteInlinePolicy<TIdentity> : IamChange<TIdentity>
    where TIdentity : IamIdentity
{
    private protected DeleteInlinePolicy(string policyName)
    {
        PolicyName = policyName;
    }

    /// <summary>The name of the policy; case matters.</summary>
    public string PolicyName { get; init; }

    internal abstract string IdentityName { get; }

    internal override void Validate(ParameterCheck check)
    {
        IdentityRules<TIdentity>.Kind.Check(check, IdentityName);
        check.Name(PolicyName, nameof(PolicyName), 128, "ID-048");
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await IdentityRules<TIdentity>.CheckAsync(work, Action, IdentityName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<TIdentity> ApplyAsync(AdministrationWork work)
    {
        var identity = await IdentityRules<TIdentity>.Kind.GetAsync<TIdentity>(work, IdentityName, "ID-158").ConfigureAwait(false);
        CheckRevision(identity);
        IdentityRules<TIdentity>.CheckModifiable(identity, "ID-126");
        InlinePolicies.Get(identity, PolicyName, "ID-158");
        var changed = (TIdentity)(IamIdentity)(identity with { InlinePolicies = [.. InlinePolicies.Without(identity.InlinePolicies, PolicyName)] });
        work.Put(changed);
        return changed;
    }
}

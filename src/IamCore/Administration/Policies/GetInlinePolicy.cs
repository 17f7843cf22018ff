using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Returns an inline policy of an identity (ID-158).</summary>
/// <typeparam name="TIdentity">The type of the identity.</typeparam>
public abstract record GetInlinePolicy<TIdentity> : IamQuery<InlinePolicy>
    where TIdentity : IamIdentity
{
    private protected GetInlinePolicy(string policyName)
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
        await work.CheckAsync(await IdentityRules<TIdentity>.Kind.CheckOnAsync(work, Action, IdentityName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<InlinePolicy> ApplyAsync(AdministrationWork work) =>
        InlinePolicies.Get(await IdentityRules<TIdentity>.Kind.GetAsync<TIdentity>(work, IdentityName, "ID-158").ConfigureAwait(false), PolicyName, "ID-158");
}

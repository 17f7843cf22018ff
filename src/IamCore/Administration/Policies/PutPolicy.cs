using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Adds or replaces an inline policy of an identity (ID-157). The result is the identity with the validator's findings.</summary>
/// <typeparam name="TIdentity">The type of the identity.</typeparam>
public abstract record PutPolicy<TIdentity> : IamChange<SaveResult<TIdentity>>
    where TIdentity : IamIdentity
{
    private protected PutPolicy(string policyName, string policyDocument)
    {
        PolicyName = policyName;
        PolicyDocument = policyDocument;
    }

    /// <summary>The name of the policy; case matters.</summary>
    public string PolicyName { get; init; }

    /// <summary>The policy document, stored as written.</summary>
    public string PolicyDocument { get; init; }

    internal abstract string IdentityName { get; }

    internal override void Validate(ParameterCheck check)
    {
        IdentityRules<TIdentity>.Kind.Check(check, IdentityName);
        check.Name(PolicyName, nameof(PolicyName), 128, "ID-048");
        check.Document(PolicyDocument, nameof(PolicyDocument));
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await IdentityRules<TIdentity>.CheckAsync(work, Action, IdentityName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<SaveResult<TIdentity>> ApplyAsync(AdministrationWork work)
    {
        var identity = await IdentityRules<TIdentity>.Kind.GetAsync<TIdentity>(work, IdentityName, "ID-157").ConfigureAwait(false);
        CheckRevision(identity);
        var policy = new InlinePolicy(PolicyName, new(PolicyDocument));
        var (_, findings) = DocumentRules.Check(work, policy.Document, PolicyType.Identity);
        var policies = InlinePolicies.With(identity.InlinePolicies, policy);
        work.Quotas.Check(IdentityRules<TIdentity>.InlineQuota, InlinePolicies.SizeOf(policies));
        IdentityRules<TIdentity>.CheckModifiable(identity, "ID-157");
        var changed = (TIdentity)(IamIdentity)(identity with { InlinePolicies = policies });
        if (changed != identity)
        {
            work.Put(changed);
        }

        return new(changed, findings);
    }
}

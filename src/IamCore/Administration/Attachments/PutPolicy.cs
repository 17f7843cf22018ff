using IamCore.Administration;

namespace IamCore;

/// <summary>Adds or replaces an inline policy of an identity (ID-157). Gives the identity.</summary>
/// <typeparam name="TIdentity">The kind of identity.</typeparam>
public abstract record PutPolicy<TIdentity> : IamChange<Saved<TIdentity>>
    where TIdentity : IamIdentity
{
    private protected PutPolicy(string policyName, string policyDocument)
    {
        PolicyName = policyName;
        PolicyDocument = policyDocument;
    }

    /// <summary>Name of the policy, case-sensitive.</summary>
    public string PolicyName { get; init; }

    /// <summary>The document, kept as it is.</summary>
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

    internal override async ValueTask<Saved<TIdentity>> ApplyAsync(AdministrationWork work)
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

/// <summary>Adds or replaces an inline policy of a user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
/// <param name="PolicyDocument">The document, kept as it is.</param>
public sealed record PutUserPolicy(string UserName, string PolicyName, string PolicyDocument) : PutPolicy<IamUser>(PolicyName, PolicyDocument)
{
    internal override string IdentityName => UserName;
}

/// <summary>Adds or replaces an inline policy of a group.</summary>
/// <param name="GroupName">The group, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
/// <param name="PolicyDocument">The document, kept as it is.</param>
public sealed record PutGroupPolicy(string GroupName, string PolicyName, string PolicyDocument) : PutPolicy<IamGroup>(PolicyName, PolicyDocument)
{
    internal override string IdentityName => GroupName;
}

/// <summary>Adds or replaces an inline policy of a role.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
/// <param name="PolicyDocument">The document, kept as it is.</param>
public sealed record PutRolePolicy(string RoleName, string PolicyName, string PolicyDocument) : PutPolicy<IamRole>(PolicyName, PolicyDocument)
{
    internal override string IdentityName => RoleName;
}

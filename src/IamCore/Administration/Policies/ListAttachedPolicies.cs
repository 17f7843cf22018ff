using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Lists the managed policies attached to an identity, by name (ID-155).</summary>
/// <typeparam name="TIdentity">The type of the identity.</typeparam>
public abstract record ListAttachedPolicies<TIdentity> : IamListQuery<AttachedPolicy>
    where TIdentity : IamIdentity
{
    private protected ListAttachedPolicies()
    {
    }

    /// <summary>The prefix of the paths of the policies to list.</summary>
    /// <value><c>/</c></value>
    public string? PathPrefix { get; init; }

    internal abstract string IdentityName { get; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        IdentityRules<TIdentity>.Kind.Check(check, IdentityName);
        check.PathPrefix(PathPrefix);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await IdentityRules<TIdentity>.Kind.CheckOnAsync(work, Action, IdentityName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<Page<AttachedPolicy>> ApplyAsync(AdministrationWork work)
    {
        var identity = await IdentityRules<TIdentity>.Kind.GetAsync<TIdentity>(work, IdentityName, "ID-155").ConfigureAwait(false);
        var attached = await AttachedPolicy.OfAsync(work, identity, PathPrefix).ConfigureAwait(false);
        return work.PageOf(this, $"{identity.Id}\n{PathPrefix}", attached, p => p.PolicyName, p => p.PolicyArn[^Math.Min(p.PolicyArn.Length, 128)..]);
    }
}

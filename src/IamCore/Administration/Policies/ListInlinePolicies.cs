using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Lists the names of an identity's inline policies (ID-158).</summary>
/// <typeparam name="TIdentity">The type of the identity.</typeparam>
public abstract record ListInlinePolicies<TIdentity> : IamListQuery<string>
    where TIdentity : IamIdentity
{
    private protected ListInlinePolicies()
    {
    }

    internal abstract string IdentityName { get; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        IdentityRules<TIdentity>.Kind.Check(check, IdentityName);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await IdentityRules<TIdentity>.Kind.CheckOnAsync(work, Action, IdentityName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<Page<string>> ApplyAsync(AdministrationWork work)
    {
        var identity = await IdentityRules<TIdentity>.Kind.GetAsync<TIdentity>(work, IdentityName, "ID-158").ConfigureAwait(false);
        return work.PageOf(this, identity.Id, ((IEnumerable<InlinePolicy>)identity.InlinePolicies).Select(p => p.Name), name => name);
    }
}

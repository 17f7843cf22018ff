using IamCore.Model;

namespace IamCore.Administration.Providers;

/// <summary>An operation on an OpenID Connect provider.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract record OpenIDConnectProviderChange<TResult> : IamChange<TResult>
{
    private protected OpenIDConnectProviderChange(string arn) => OpenIDConnectProviderArn = arn;

    /// <summary>The ARN of the provider.</summary>
    public string OpenIDConnectProviderArn { get; init; }

    internal override void Validate(ParameterCheck check) => ProviderTargets.Oidc.Validate(check, OpenIDConnectProviderArn);

    internal sealed override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await ProviderTargets.Oidc.CheckOnAsync(work, Action, OpenIDConnectProviderArn).ConfigureAwait(false)).ConfigureAwait(false);

    private protected async ValueTask<OidcProvider> ChangeAsync(AdministrationWork work, string rule, Func<OidcProvider, OidcProvider> change)
    {
        var provider = (OidcProvider)await ProviderTargets.Oidc.GetAsync(work, OpenIDConnectProviderArn, rule).ConfigureAwait(false);
        CheckRevision(provider);
        var changed = change(provider);
        if (changed != provider)
        {
            work.Put(changed);
        }

        return changed;
    }
}

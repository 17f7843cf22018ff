using IamCore.Model;

namespace IamCore.Administration.Providers;

/// <summary>Returns an OpenID Connect provider (ID-176).</summary>
/// <param name="OpenIDConnectProviderArn">The ARN of the provider.</param>
public sealed record GetOpenIDConnectProvider(string OpenIDConnectProviderArn) : IamQuery<OidcProvider>
{
    internal override void Validate(ParameterCheck check) => ProviderTargets.Oidc.Validate(check, OpenIDConnectProviderArn);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await ProviderTargets.Oidc.CheckOnAsync(work, Action, OpenIDConnectProviderArn).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<OidcProvider> ApplyAsync(AdministrationWork work) =>
        (OidcProvider)await ProviderTargets.Oidc.GetAsync(work, OpenIDConnectProviderArn, "ID-176").ConfigureAwait(false);
}

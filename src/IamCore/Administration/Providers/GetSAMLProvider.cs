using IamCore.Model;

namespace IamCore.Administration.Providers;

/// <summary>Returns a SAML provider (ID-181).</summary>
/// <param name="SAMLProviderArn">The ARN of the provider.</param>
public sealed record GetSAMLProvider(string SAMLProviderArn) : IamQuery<SamlProvider>
{
    internal override void Validate(ParameterCheck check) => ProviderTargets.Saml.Validate(check, SAMLProviderArn);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await ProviderTargets.Saml.CheckOnAsync(work, Action, SAMLProviderArn).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<SamlProvider> ApplyAsync(AdministrationWork work) =>
        (SamlProvider)await ProviderTargets.Saml.GetAsync(work, SAMLProviderArn, "ID-181").ConfigureAwait(false);
}

using IamCore.Errors;

namespace IamCore.Administration.Providers;

/// <summary>Deletes a SAML provider. Trust policies that name it are kept and no longer match (ID-181).</summary>
/// <param name="SAMLProviderArn">The ARN of the provider.</param>
public sealed record DeleteSAMLProvider(string SAMLProviderArn) : IamChange<NoResult>
{
    internal override void Validate(ParameterCheck check) => ProviderTargets.Saml.Validate(check, SAMLProviderArn);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await ProviderTargets.Saml.CheckOnAsync(work, Action, SAMLProviderArn).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var provider = await ProviderTargets.Saml.GetAsync(work, SAMLProviderArn, "ID-181").ConfigureAwait(false);
        CheckRevision(provider);
        IamErrors.CheckNotOfIdentityCenter(provider);
        work.Delete(provider);
        return default;
    }
}

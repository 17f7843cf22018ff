using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Providers;

/// <summary>Replaces a provider's metadata (ID-181). Gives the provider.</summary>
/// <param name="SAMLProviderArn">The provider's ARN.</param>
/// <param name="SAMLMetadataDocument">The metadata from now on.</param>
public sealed record UpdateSAMLProvider(string SAMLProviderArn, string SAMLMetadataDocument) : IamChange<SamlProvider>
{
    internal override void Validate(ParameterCheck check)
    {
        ProviderTargets.Saml.Validate(check, SAMLProviderArn);
        SamlMetadata.CheckForm(check, SAMLMetadataDocument);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await ProviderTargets.Saml.CheckOnAsync(work, Action, SAMLProviderArn).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<SamlProvider> ApplyAsync(AdministrationWork work)
    {
        var provider = (SamlProvider)await ProviderTargets.Saml.GetAsync(work, SAMLProviderArn, "ID-181").ConfigureAwait(false);
        CheckRevision(provider);
        Refusals.CheckNotOfIdentityCenter(provider);
        var metadata = SamlMetadata.Read(SAMLMetadataDocument);
        metadata.CheckQuotas(work.Quotas);
        var changed = provider with { Metadata = SAMLMetadataDocument, ValidUntil = metadata.ValidUntil ?? work.Now.AddYears(100) };
        if (changed.Metadata != provider.Metadata)
        {
            work.Put(changed);
        }

        return changed;
    }
}

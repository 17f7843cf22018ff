using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Providers;

/// <summary>Replaces the metadata of a SAML provider (ID-181). The result is the provider.</summary>
/// <param name="SAMLProviderArn">The ARN of the provider.</param>
/// <param name="SAMLMetadataDocument">The new metadata: XML of 1,000 to 10,000,000 characters.</param>
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
        IamErrors.CheckNotOfIdentityCenter(provider);
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

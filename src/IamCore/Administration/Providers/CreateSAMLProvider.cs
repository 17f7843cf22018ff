using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Providers;

/// <summary>Creates a SAML provider from its metadata (ID-178). The result is the new provider.</summary>
/// <param name="Name">The name (ID-050).</param>
/// <param name="SAMLMetadataDocument">The identity provider's metadata: XML of 1,000 to 10,000,000 characters.</param>
public sealed record CreateSAMLProvider(string Name, string SAMLMetadataDocument) : IamChange<SamlProvider>
{
    /// <summary>The tags.</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    internal override void Validate(ParameterCheck check)
    {
        check.SamlName(Name, nameof(Name));
        SamlMetadata.CheckForm(check, SAMLMetadataDocument);
        check.Tags(Tags);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        var arn = work.ArnOf($"saml-provider/{Name}");
        await work.CheckAsync(new() { Action = Action, Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        if (Tags.Count > 0)
        {
            await work.CheckAsync(new() { Action = "iam:TagSAMLProvider", Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        }
    }

    internal override async ValueTask<SamlProvider> ApplyAsync(AdministrationWork work)
    {
        var metadata = SamlMetadata.Read(SAMLMetadataDocument);
        TagRules.Check(Tags, ObjectKind.SamlProvider);
        TagRules.CheckCount(Tags, work.Quotas);
        if (await work.FindAsync<SamlProvider>(DirectoryKeys.SamlProvider(work.AccountId, Name)).ConfigureAwait(false) is not null)
        {
            throw IamErrors.Taken("SAML provider", Name, "ID-178");
        }

        await work.CheckQuotaAsync(ObjectKind.SamlProvider, Quota.SamlProvidersPerAccount).ConfigureAwait(false);
        metadata.CheckQuotas(work.Quotas);
        var provider = new SamlProvider
        {
            Id = work.NewId(ObjectKind.SamlProvider),
            Account = work.AccountId,
            Partition = work.Partition,
            Name = Name,
            CreateDate = work.Now,
            Metadata = SAMLMetadataDocument,
            ValidUntil = metadata.ValidUntil ?? work.Now.AddYears(100),
            Tags = TagRules.Normalize(Tags),
        };
        work.Put(provider);
        return provider;
    }
}

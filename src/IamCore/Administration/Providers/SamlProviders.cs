using IamCore.Administration;
using IamCore.Errors;

namespace IamCore;

/// <summary>Makes a SAML provider of its metadata (ID-178). Gives the provider.</summary>
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
            throw Refusals.Taken("SAML provider", Name, "ID-178");
        }

        await work.CheckRoomAsync(ObjectKind.SamlProvider, Quota.SamlProvidersPerAccount).ConfigureAwait(false);
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

/// <summary>Deletes a provider; trust policies that name it stay and fail on use (ID-181).</summary>
/// <param name="SAMLProviderArn">The provider's ARN.</param>
public sealed record DeleteSAMLProvider(string SAMLProviderArn) : IamChange<Nothing>
{
    internal override void Validate(ParameterCheck check) => ProviderTargets.Saml.Validate(check, SAMLProviderArn);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await ProviderTargets.Saml.CheckOnAsync(work, Action, SAMLProviderArn).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var provider = await ProviderTargets.Saml.GetAsync(work, SAMLProviderArn, "ID-181").ConfigureAwait(false);
        CheckRevision(provider);
        Refusals.CheckNotOfIdentityCenter(provider);
        work.Delete(provider);
        return default;
    }
}

/// <summary>Reads a provider (ID-181).</summary>
/// <param name="SAMLProviderArn">The provider's ARN.</param>
public sealed record GetSAMLProvider(string SAMLProviderArn) : IamQuery<SamlProvider>
{
    internal override void Validate(ParameterCheck check) => ProviderTargets.Saml.Validate(check, SAMLProviderArn);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await ProviderTargets.Saml.CheckOnAsync(work, Action, SAMLProviderArn).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<SamlProvider> ApplyAsync(AdministrationWork work) =>
        (SamlProvider)await ProviderTargets.Saml.GetAsync(work, SAMLProviderArn, "ID-181").ConfigureAwait(false);
}

/// <summary>Lists providers by name (ID-181).</summary>
public sealed record ListSAMLProviders : IamListQuery<SamlProvider>
{
    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<Page<SamlProvider>> ApplyAsync(AdministrationWork work) =>
        work.PageAsync<SamlProvider, SamlProvider>(this, ObjectKind.SamlProvider, null);
}

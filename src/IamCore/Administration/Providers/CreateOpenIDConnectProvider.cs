using IamCore.Model;

namespace IamCore.Administration.Providers;

/// <summary>
/// Creates an OpenID Connect provider, whose tokens can then be exchanged for role sessions (ID-172). The result is the new provider.
/// </summary>
/// <param name="Url">
/// The issuer's URL: <c>https://</c> without port, query and fragment. Case matters, and it must be unique in the account.
/// </param>
public sealed record CreateOpenIDConnectProvider(string Url) : IamChange<OidcProvider>
{
    /// <summary>The audiences to accept. If there are none, no token is accepted (ID-175).</summary>
    public ValueList<string> ClientIDList { get; init; } = ValueList<string>.Empty;

    /// <summary>The thumbprints of the issuer's certificates, 40 hexadecimal digits each, for hosts that fetch keys (ID-174).</summary>
    public ValueList<string> ThumbprintList { get; init; } = ValueList<string>.Empty;

    /// <summary>The tags.</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    internal override void Validate(ParameterCheck check)
    {
        OidcRules.CheckUrl(check, Url);
        OidcRules.CheckClientIds(check, ClientIDList);
        OidcRules.CheckThumbprints(check, ThumbprintList);
        check.Tags(Tags);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        var arn = work.ArnOf($"oidc-provider/{OidcRules.NameOf(Url)}");
        await work.CheckAsync(new() { Action = Action, Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        if (Tags.Count > 0)
        {
            await work.CheckAsync(new() { Action = "iam:TagOpenIDConnectProvider", Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        }
    }

    internal override async ValueTask<OidcProvider> ApplyAsync(AdministrationWork work)
    {
        TagRules.Check(Tags, ObjectKind.OidcProvider);
        TagRules.CheckCount(Tags, work.Quotas);
        if (await work.FindAsync<OidcProvider>(DirectoryKeys.OidcProvider(work.AccountId, Url)).ConfigureAwait(false) is not null)
        {
            throw new IamException(IamErrorCode.EntityAlreadyExists, $"Provider with url {Url} already exists.", "ID-172");
        }

        await work.CheckQuotaAsync(ObjectKind.OidcProvider, Quota.OpenIdConnectProvidersPerAccount).ConfigureAwait(false);
        work.Quotas.Check(Quota.ClientIdsPerOpenIdConnectProvider, ClientIDList.Count);
        work.Quotas.Check(Quota.ThumbprintsPerOpenIdConnectProvider, ThumbprintList.Count);
        var provider = new OidcProvider
        {
            Id = work.NewId(ObjectKind.OidcProvider),
            Account = work.AccountId,
            Partition = work.Partition,
            Name = OidcRules.NameOf(Url),
            CreateDate = work.Now,
            ClientIds = [.. ((IEnumerable<string>)ClientIDList).Distinct(StringComparer.Ordinal)],
            Thumbprints = ThumbprintList,
            Tags = TagRules.Normalize(Tags),
        };
        work.Put(provider);
        return provider;
    }
}

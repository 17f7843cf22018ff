using IamCore.Administration;

namespace IamCore;

/// <summary>Makes an OpenID Connect provider (ID-172). Gives the provider.</summary>
/// <param name="Url">The issuer's URL: <c>https://</c>, without port, query and fragment; case-sensitive, once in the account.</param>
public sealed record CreateOpenIDConnectProvider(string Url) : IamChange<OidcProvider>
{
    /// <summary>The audiences accepted; without any, no token is (ID-175).</summary>
    public ValueList<string> ClientIDList { get; init; } = ValueList<string>.Empty;

    /// <summary>Thumbprints, 40 hexadecimal digits each, for hosts that fetch keys (ID-174).</summary>
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

        await work.CheckRoomAsync(ObjectKind.OidcProvider, Quota.OpenIdConnectProvidersPerAccount).ConfigureAwait(false);
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

/// <summary>An operation on the OpenID Connect provider of an ARN.</summary>
/// <typeparam name="TResult">What the operation gives back.</typeparam>
public abstract record OpenIDConnectProviderChange<TResult> : IamChange<TResult>
{
    private protected OpenIDConnectProviderChange(string arn) => OpenIDConnectProviderArn = arn;

    /// <summary>The provider's ARN.</summary>
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

/// <summary>Lets a provider's tokens for one more audience in; one that is let in already stays (ID-173). Gives the provider.</summary>
/// <param name="OpenIDConnectProviderArn">The provider's ARN.</param>
/// <param name="ClientID">The audience, 1 to 255 characters.</param>
public sealed record AddClientIDToOpenIDConnectProvider(string OpenIDConnectProviderArn, string ClientID)
    : OpenIDConnectProviderChange<OidcProvider>(OpenIDConnectProviderArn)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        OidcRules.CheckClientIds(check, [ClientID]);
    }

    internal override ValueTask<OidcProvider> ApplyAsync(AdministrationWork work) => ChangeAsync(work, "ID-173", provider =>
    {
        if (provider.ClientIds.Contains(ClientID))
        {
            return provider;
        }

        work.Quotas.Check(Quota.ClientIdsPerOpenIdConnectProvider, provider.ClientIds.Count + 1);
        return provider with { ClientIds = [.. provider.ClientIds, ClientID] };
    });
}

/// <summary>Takes an audience from a provider; one that it does not have is passed over (ID-173). Gives the provider.</summary>
/// <param name="OpenIDConnectProviderArn">The provider's ARN.</param>
/// <param name="ClientID">The audience.</param>
public sealed record RemoveClientIDFromOpenIDConnectProvider(string OpenIDConnectProviderArn, string ClientID)
    : OpenIDConnectProviderChange<OidcProvider>(OpenIDConnectProviderArn)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        OidcRules.CheckClientIds(check, [ClientID]);
    }

    internal override ValueTask<OidcProvider> ApplyAsync(AdministrationWork work) => ChangeAsync(
        work, "ID-173", provider => provider with { ClientIds = [.. ((IEnumerable<string>)provider.ClientIds).Where(id => id != ClientID)] });
}

/// <summary>Replaces a provider's thumbprints (ID-173). Gives the provider.</summary>
/// <param name="OpenIDConnectProviderArn">The provider's ARN.</param>
/// <param name="ThumbprintList">At most 5 of 40 hexadecimal digits.</param>
public sealed record UpdateOpenIDConnectProviderThumbprint(string OpenIDConnectProviderArn, ValueList<string> ThumbprintList)
    : OpenIDConnectProviderChange<OidcProvider>(OpenIDConnectProviderArn)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        OidcRules.CheckThumbprints(check, ThumbprintList);
    }

    internal override ValueTask<OidcProvider> ApplyAsync(AdministrationWork work) => ChangeAsync(work, "ID-173", provider =>
    {
        work.Quotas.Check(Quota.ThumbprintsPerOpenIdConnectProvider, ThumbprintList.Count);
        return provider with { Thumbprints = ThumbprintList };
    });
}

/// <summary>Deletes a provider; one that is not there is passed over. Trust policies that name it stay and fail on use (ID-177).</summary>
/// <param name="OpenIDConnectProviderArn">The provider's ARN.</param>
public sealed record DeleteOpenIDConnectProvider(string OpenIDConnectProviderArn) : OpenIDConnectProviderChange<Nothing>(OpenIDConnectProviderArn)
{
    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        if (await ProviderTargets.Oidc.FindAsync(work, OpenIDConnectProviderArn).ConfigureAwait(false) is { } provider)
        {
            CheckRevision(provider);
            work.Delete(provider);
        }

        return default;
    }
}

/// <summary>Reads a provider (ID-176).</summary>
/// <param name="OpenIDConnectProviderArn">The provider's ARN.</param>
public sealed record GetOpenIDConnectProvider(string OpenIDConnectProviderArn) : IamQuery<OidcProvider>
{
    internal override void Validate(ParameterCheck check) => ProviderTargets.Oidc.Validate(check, OpenIDConnectProviderArn);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await ProviderTargets.Oidc.CheckOnAsync(work, Action, OpenIDConnectProviderArn).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<OidcProvider> ApplyAsync(AdministrationWork work) =>
        (OidcProvider)await ProviderTargets.Oidc.GetAsync(work, OpenIDConnectProviderArn, "ID-176").ConfigureAwait(false);
}

/// <summary>Lists providers by URL (ID-176).</summary>
public sealed record ListOpenIDConnectProviders : IamListQuery<OidcProvider>
{
    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<Page<OidcProvider>> ApplyAsync(AdministrationWork work) =>
        work.PageAsync<OidcProvider, OidcProvider>(this, ObjectKind.OidcProvider, null);
}

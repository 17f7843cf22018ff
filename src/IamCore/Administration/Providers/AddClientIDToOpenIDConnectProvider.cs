using IamCore.Model;

namespace IamCore.Administration.Providers;

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

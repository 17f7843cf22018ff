using IamCore.Model;

namespace IamCore.Administration.Providers;

/// <summary>
/// Adds an audience to an OpenID Connect provider; nothing changes if the provider already has it (ID-173). The result is the provider.
/// </summary>
/// <param name="OpenIDConnectProviderArn">The ARN of the provider.</param>
/// <param name="ClientID">The audience to accept, 1 to 255 characters.</param>
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

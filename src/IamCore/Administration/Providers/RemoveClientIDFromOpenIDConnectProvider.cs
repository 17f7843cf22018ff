using IamCore.Model;

namespace IamCore.Administration.Providers;

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

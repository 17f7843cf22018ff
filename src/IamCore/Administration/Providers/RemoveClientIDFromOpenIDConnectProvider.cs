using IamCore.Model;

namespace IamCore.Administration.Providers;

/// <summary>Removes an audience from an OpenID Connect provider, if the provider has it (ID-173). The result is the provider.</summary>
/// <param name="OpenIDConnectProviderArn">The ARN of the provider.</param>
/// <param name="ClientID">The audience to remove.</param>
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

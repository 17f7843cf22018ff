using IamCore.Model;

namespace IamCore.Administration.Providers;

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

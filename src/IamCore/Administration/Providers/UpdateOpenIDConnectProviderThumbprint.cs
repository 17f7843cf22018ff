using IamCore.Model;

namespace IamCore.Administration.Providers;

/// <summary>Replaces the thumbprints of an OpenID Connect provider (ID-173). The result is the provider.</summary>
/// <param name="OpenIDConnectProviderArn">The ARN of the provider.</param>
/// <param name="ThumbprintList">The new thumbprints: at most 5, of 40 hexadecimal digits each.</param>
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

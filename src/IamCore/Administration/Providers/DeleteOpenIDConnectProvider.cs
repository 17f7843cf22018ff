namespace IamCore.Administration.Providers;

/// <summary>Deletes an OpenID Connect provider if it exists. Trust policies that name it are kept and no longer match (ID-177).</summary>
/// <param name="OpenIDConnectProviderArn">The ARN of the provider.</param>
public sealed record DeleteOpenIDConnectProvider(string OpenIDConnectProviderArn) : OpenIDConnectProviderChange<NoResult>(OpenIDConnectProviderArn)
{
    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        if (await ProviderTargets.Oidc.FindAsync(work, OpenIDConnectProviderArn).ConfigureAwait(false) is { } provider)
        {
            CheckRevision(provider);
            work.Delete(provider);
        }

        return default;
    }
}

namespace IamCore.Administration.Providers;

/// <summary>Deletes a provider; one that is not there is passed over. Trust policies that name it stay and fail on use (ID-177).</summary>
/// <param name="OpenIDConnectProviderArn">The provider's ARN.</param>
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

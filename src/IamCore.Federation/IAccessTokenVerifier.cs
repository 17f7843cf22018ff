namespace IamCore.Federation;

/// <summary>Asks a provider about an OAuth 2.0 access token, which says nothing by itself (ST-055).</summary>
public interface IAccessTokenVerifier
{
    /// <summary>Whose token it is; <see langword="null"/> where the provider does not know it any more.</summary>
    /// <param name="providerId"><c>www.amazon.com</c> or <c>graph.facebook.com</c>.</param>
    /// <param name="accessToken">The token, a secret.</param>
    /// <param name="cancellationToken">Ends the question after <see cref="FederationOptions.ProviderTimeout"/>.</param>
    /// <remarks>Whatever is thrown counts as a provider that cannot be reached.</remarks>
    ValueTask<AccessTokenIdentity?> VerifyAsync(string providerId, string accessToken, CancellationToken cancellationToken);
}

namespace IamCore.Federation;

/// <summary>Asks a provider about an OAuth 2.0 access token, which is opaque to everyone else (ST-055).</summary>
public interface IAccessTokenVerifier
{
    /// <summary>Returns the identity behind a token.</summary>
    /// <param name="providerId">The provider: <c>www.amazon.com</c> or <c>graph.facebook.com</c>.</param>
    /// <param name="accessToken">The token, which is a secret.</param>
    /// <param name="cancellationToken">Cancels the request after <see cref="FederationOptions.ProviderTimeout"/>.</param>
    /// <returns>The identity; <see langword="null"/> if the provider does not accept the token.</returns>
    /// <remarks>Any exception means that the provider could not be reached.</remarks>
    ValueTask<AccessTokenIdentity?> VerifyAsync(string providerId, string accessToken, CancellationToken cancellationToken);
}

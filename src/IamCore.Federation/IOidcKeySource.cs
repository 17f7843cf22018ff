namespace IamCore.Federation;

/// <summary>
/// Provides the signing keys of OpenID Connect providers (ID-174), for example from configuration or by fetching them. It is called rarely:
/// results are cached, there is one request per provider at a time, and requests to a provider are spaced out
/// (<see cref="FederationOptions"/>).
/// </summary>
public interface IOidcKeySource
{
    /// <summary>Returns the provider's JSON Web Key Set (RFC 7517), at most 262,144 characters.</summary>
    /// <param name="request">The provider.</param>
    /// <param name="cancellationToken">
    /// Cancels the request after <see cref="FederationOptions.ProviderTimeout"/>. A source that ignores it is not waited for.
    /// </param>
    /// <returns>The key set, as JSON.</returns>
    /// <remarks>Any exception means that the provider could not be reached.</remarks>
    ValueTask<string> GetKeysAsync(OidcKeyRequest request, CancellationToken cancellationToken);
}

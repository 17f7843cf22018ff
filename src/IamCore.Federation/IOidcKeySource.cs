namespace IamCore.Federation;

/// <summary>
/// Where the signing keys of OpenID Connect providers come from (ID-174): a text that is there already, or a fetch that the host makes. Asked seldom: answers are
/// kept, one question a provider is under way at a time, and after each the provider is left alone for a while (<see cref="FederationOptions"/>).
/// </summary>
public interface IOidcKeySource
{
    /// <summary>The provider's JSON Web Key Set (RFC 7517), at most 262,144 characters.</summary>
    /// <param name="request">Which provider.</param>
    /// <param name="cancellationToken">Ends the fetch after <see cref="FederationOptions.ProviderTimeout"/>; a source that goes on regardless is not waited for.</param>
    /// <remarks>Whatever is thrown counts as a provider that cannot be reached.</remarks>
    ValueTask<string> GetKeysAsync(OidcKeyRequest request, CancellationToken cancellationToken);
}

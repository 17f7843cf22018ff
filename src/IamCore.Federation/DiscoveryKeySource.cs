using System.Text.Json;
using IamCore.Federation.WebIdentity;

namespace IamCore.Federation;

/// <summary>
/// Fetches signing keys by OpenID Connect Discovery: first the provider's configuration, then the keys it points to. Proxies, certificates
/// and
/// blocked addresses are up to the handler of the host's <see cref="HttpClient"/>. Thumbprints are ignored.
/// </summary>
/// <example>
/// <code>
/// var federation = new FederationService(directory, new FederationOptions { KeySource = new DiscoveryKeySource(httpClient) });
/// </code>
/// </example>
/// <param name="client">Makes the requests. The host disposes of it.</param>
public sealed class DiscoveryKeySource(HttpClient client) : IOidcKeySource
{
    /// <inheritdoc />
    /// <exception cref="InvalidDataException">
    /// The configuration belongs to another issuer, or names no keys at an <c>https</c> address.
    /// </exception>
    public async ValueTask<string> GetKeysAsync(OidcKeyRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var configuration = await ReadAsync(new($"{request.Url.TrimEnd('/')}/.well-known/openid-configuration"), cancellationToken).ConfigureAwait(false);
        using var document = JsonDocument.Parse(configuration, new() { AllowDuplicateProperties = false, MaxDepth = 16 });
        var root = document.RootElement;
        return root.GetProperty("issuer").GetString() == request.Url && Uri.TryCreate(root.GetProperty("jwks_uri").GetString(), UriKind.Absolute, out var keys)
            && keys.Scheme == Uri.UriSchemeHttps
                ? await ReadAsync(keys, cancellationToken).ConfigureAwait(false)
                : throw new InvalidDataException("The provider's configuration names another issuer, or no keys at an https address");
    }

    /// <summary>Reads a response body, but no more than the maximum length of a key set.</summary>
    private async ValueTask<string> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        var buffer = new char[OidcKeySet.MaxLength + 1];
        var length = await reader.ReadBlockAsync(buffer, cancellationToken).ConfigureAwait(false);
        return length <= OidcKeySet.MaxLength ? new string(buffer, 0, length) : throw new InvalidDataException("The provider's response is too long");
    }
}

using System.Text.Json;
using IamCore.Federation.WebIdentity;

namespace IamCore.Federation;

/// <summary>
/// Fetches keys as OpenID Connect Discovery says: the provider's configuration, then the keys that it points to. The connection is the host's: its handler
/// decides on proxies, certificates and addresses that must not be reached. Thumbprints are not looked at.
/// </summary>
/// <param name="client">Makes the requests; stays the host's to dispose of.</param>
public sealed class DiscoveryKeySource(HttpClient client) : IOidcKeySource
{
    /// <inheritdoc />
    /// <exception cref="InvalidDataException">The provider's configuration is another's, or leads away from <c>https</c>.</exception>
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

    /// <summary>The body of an answer, read no further than a key set can be long.</summary>
    private async ValueTask<string> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        var buffer = new char[OidcKeySet.MaxLength + 1];
        var length = await reader.ReadBlockAsync(buffer, cancellationToken).ConfigureAwait(false);
        return length <= OidcKeySet.MaxLength ? new string(buffer, 0, length) : throw new InvalidDataException("The provider's answer is too long");
    }
}

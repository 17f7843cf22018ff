using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Federation.WebIdentity;

/// <summary>The provider of a token, as registered by the role's account or the host.</summary>
/// <param name="Name">The provider's URL without <c>https://</c>, which is the first part of its context keys.</param>
/// <param name="PrincipalName">The name in trust policies: an ARN, or the name of a built-in provider (ST-056).</param>
/// <param name="Audiences">The audiences to accept.</param>
/// <param name="Thumbprints">The thumbprints for the key source (ID-174).</param>
/// <param name="Settings">The host's settings for the provider; null if there are none.</param>
internal sealed record RegisteredProvider(
    string Name, string PrincipalName, ValueList<string> Audiences, ValueList<string> Thumbprints, OidcProviderSettings? Settings)
{
    public const string Google = "accounts.google.com";

    /// <summary>
    /// Finds the provider of an issuer. An account's own provider takes precedence over a built-in one; null if there is neither.
    /// </summary>
    public static async ValueTask<RegisteredProvider?> FindAsync(
        IDirectoryStore store, FederationOptions options, AccountId account, string issuer, CancellationToken cancellationToken)
    {
        var url = issuer == Google ? OidcProvider.Scheme + Google : issuer; // Google's tokens name the issuer in both forms (ST-054).
        if (!url.StartsWith(OidcProvider.Scheme, StringComparison.Ordinal) || url.Length is <= 8 or > 255)
        {
            return null;
        }

        var name = url[OidcProvider.Scheme.Length..];
        var settings = options.Find(name);
        var found = await store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.OidcProvider(account, url)), cancellationToken).ConfigureAwait(false);
        if (found is OidcProvider own && own.Url == url)
        {
            return new(name, own.Arn, own.ClientIds, own.Thumbprints, settings);
        }

        return settings is { IsBuiltIn: true } ? new(name, name, settings.Audiences, ValueList<string>.Empty, settings) : null;
    }

    public bool Accepts(string audience) => ((IEnumerable<string>)Audiences).Contains(audience, StringComparer.Ordinal);
}

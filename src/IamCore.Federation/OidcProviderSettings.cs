namespace IamCore.Federation;

/// <summary>What the host knows of one OpenID Connect provider beyond what accounts register.</summary>
public sealed record OidcProviderSettings
{
    /// <summary>The providers that trust policies name without an account having registered them (ID-175).</summary>
    public static ValueList<string> BuiltIn { get; } = ["accounts.google.com", "graph.facebook.com", "www.amazon.com", "cognito-identity.amazonaws.com"];

    /// <summary>Settings of one provider.</summary>
    /// <param name="provider">Its URL without <c>https://</c>: the name of an account's provider, or one of <see cref="BuiltIn"/>.</param>
    /// <exception cref="ArgumentException">The text begins with a scheme or is empty.</exception>
    public OidcProviderSettings(string provider)
    {
        ArgumentException.ThrowIfNullOrEmpty(provider);
        if (provider.Contains("://", StringComparison.Ordinal))
        {
            throw new ArgumentException("The provider is written without its scheme", nameof(provider));
        }

        Provider = provider;
    }

    /// <summary>Its URL without <c>https://</c>.</summary>
    public string Provider { get; }

    /// <summary>Where its signing keys come from; <see langword="null"/> for <see cref="FederationOptions.KeySource"/>.</summary>
    public IOidcKeySource? KeySource { get; init; }

    /// <summary>Of a built-in provider the audiences accepted; without any, no token is. Of others the account's own list counts (ID-175).</summary>
    public ValueList<string> Audiences { get; init; } = ValueList<string>.Empty;

    /// <summary>Further claims, strings, that trust policies can test as <c>{provider}:{claim}</c> (ST-057).</summary>
    public ValueList<string> ExposedClaims { get; init; } = ValueList<string>.Empty;

    internal bool IsBuiltIn => ((IEnumerable<string>)BuiltIn).Contains(Provider, StringComparer.Ordinal);
}

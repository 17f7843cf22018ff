namespace IamCore.Federation;

/// <summary>The host's settings for one OpenID Connect provider, in addition to what accounts register.</summary>
public sealed record OidcProviderSettings
{
    /// <summary>The providers that trust policies can name without an account having registered them (ID-175).</summary>
    public static ValueList<string> BuiltIn { get; } = ["accounts.google.com", "graph.facebook.com", "www.amazon.com", "cognito-identity.amazonaws.com"];

    /// <summary>Creates the settings of a provider.</summary>
    /// <param name="provider">
    /// The provider's URL without <c>https://</c>: the name of an account's provider, or one of <see cref="BuiltIn"/>.
    /// </param>
    /// <exception cref="ArgumentException">The text is empty or includes a scheme.</exception>
    public OidcProviderSettings(string provider)
    {
        ArgumentException.ThrowIfNullOrEmpty(provider);
        if (provider.Contains("://", StringComparison.Ordinal))
        {
            throw new ArgumentException("The provider must be specified without a scheme", nameof(provider));
        }

        Provider = provider;
    }

    /// <summary>The provider's URL without <c>https://</c>.</summary>
    public string Provider { get; }

    /// <summary>The source of its signing keys.</summary>
    /// <value><see langword="null"/>: <see cref="FederationOptions.KeySource"/></value>
    public IOidcKeySource? KeySource { get; init; }

    /// <summary>
    /// The audiences to accept from a built-in provider; if there are none, no token is accepted. For other providers the account's own
    /// list applies (ID-175).
    /// </summary>
    public ValueList<string> Audiences { get; init; } = ValueList<string>.Empty;

    /// <summary>Additional string claims that trust policies can test as <c>{provider}:{claim}</c> (ST-057).</summary>
    public ValueList<string> ExposedClaims { get; init; } = ValueList<string>.Empty;

    internal bool IsBuiltIn => ((IEnumerable<string>)BuiltIn).Contains(Provider, StringComparer.Ordinal);
}

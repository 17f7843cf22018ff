namespace IamCore.Federation;

/// <summary>How tokens and assertions of identity providers are verified.</summary>
public sealed record FederationOptions
{
    /// <summary>
    /// The source of the signing keys of OpenID Connect providers that have no source of their own in <see cref="Providers"/>. Without a
    /// source,
    /// their tokens are rejected with <c>IDPCommunicationError</c> (ID-174).
    /// </summary>
    /// <value><see langword="null"/></value>
    public IOidcKeySource? KeySource { get; init; }

    /// <summary>Settings for individual providers. Built-in providers can be used only if they are listed here (ID-175).</summary>
    public ValueList<OidcProviderSettings> Providers { get; init; } = ValueList<OidcProviderSettings>.Empty;

    /// <summary>
    /// Verifies OAuth 2.0 access tokens of <c>www.amazon.com</c> and <c>graph.facebook.com</c>. Without a verifier they are rejected
    /// (ST-055).
    /// </summary>
    public IAccessTokenVerifier? AccessTokenVerifier { get; init; }

    /// <summary>The maximum time a provider may take to return its keys or verify an access token, 100 milliseconds to 1 minute.</summary>
    /// <value>5 seconds</value>
    public TimeSpan ProviderTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a provider's keys are used, 1 minute to 1 day. After half of this time new ones are fetched in the background, so that an
    /// outage of
    /// the provider shorter than the other half goes unnoticed.
    /// </summary>
    /// <value>1 hour</value>
    public TimeSpan KeyLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The minimum time between two requests to a provider, successful or not, 1 second to 10 minutes. Until it has passed, an unknown key
    /// id or an
    /// unreachable provider is rejected without another request.
    /// </summary>
    /// <value>30 seconds</value>
    public TimeSpan KeyRetryInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The audience that assertions must name (ST-065).</summary>
    /// <value><c>urn:amazon:webservices</c></value>
    public string SamlEntityId { get; init; } = "urn:amazon:webservices";

    /// <summary>
    /// The URLs that assertions may be addressed to: the <c>Recipient</c>, tested by policies as <c>saml:aud</c> (ST-065, ST-067).
    /// </summary>
    /// <value><c>https://signin.aws.amazon.com/saml</c></value>
    public ValueList<string> SamlAssertionConsumerUrls { get; init; } = ["https://signin.aws.amazon.com/saml"];

    /// <summary>Whether to accept signatures and digests with SHA-1 (ST-065).</summary>
    /// <value><see langword="false"/></value>
    public bool AcceptSamlSha1 { get; init; }

    /// <summary>
    /// Whether each assertion can be used only once, across all nodes (ST-065). An assertion that says <c>OneTimeUse</c> itself always
    /// can.
    /// </summary>
    /// <value><see langword="false"/></value>
    public bool SamlReplayCache { get; init; }

    internal void Validate()
    {
        var faults = new List<string>();
        Range(ProviderTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1), nameof(ProviderTimeout));
        Range(KeyLifetime, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1), nameof(KeyLifetime));
        Range(KeyRetryInterval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10), nameof(KeyRetryInterval));
        if (string.IsNullOrEmpty(SamlEntityId) || SamlAssertionConsumerUrls.Count == 0)
        {
            faults.Add("SamlEntityId and SamlAssertionConsumerUrls must not be empty");
        }

        if (((IEnumerable<OidcProviderSettings>)Providers).Select(provider => provider.Provider).Distinct(StringComparer.Ordinal).Count() != Providers.Count)
        {
            faults.Add("Providers must name each provider once");
        }

        if (faults.Count > 0)
        {
            throw new InvalidOperationException(string.Join("; ", faults));
        }

        void Range(TimeSpan value, TimeSpan minimum, TimeSpan maximum, string name)
        {
            if (value < minimum || value > maximum)
            {
                faults.Add($"{name} must be between {minimum} and {maximum}");
            }
        }
    }

    internal OidcProviderSettings? Find(string provider)
    {
        foreach (var settings in Providers)
        {
            if (settings.Provider == provider)
            {
                return settings;
            }
        }

        return null;
    }
}

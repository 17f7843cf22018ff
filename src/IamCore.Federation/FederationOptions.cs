namespace IamCore.Federation;

/// <summary>How proofs of identity providers are checked.</summary>
public sealed record FederationOptions
{
    /// <summary>Where the signing keys of OpenID Connect providers come from that have no source of their own in <see cref="Providers"/>;
    /// <see langword="null"/> for nowhere, so that their tokens are refused with <c>IDPCommunicationError</c> (ID-174).</summary>
    public IOidcKeySource? KeySource { get; init; }

    /// <summary>What the host knows of single providers; built-in ones can be used only if they stand here (ID-175).</summary>
    public ValueList<OidcProviderSettings> Providers { get; init; } = ValueList<OidcProviderSettings>.Empty;

    /// <summary>Checks OAuth 2.0 access tokens of <c>www.amazon.com</c> and <c>graph.facebook.com</c>; without one they are refused (ST-055).</summary>
    public IAccessTokenVerifier? AccessTokenVerifier { get; init; }

    /// <summary>How long a provider may take to give its keys, or to judge an access token, 100 milliseconds to 1 minute.</summary>
    /// <value>5 seconds</value>
    public TimeSpan ProviderTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a provider's keys are used, 1 minute to 1 day. From half of it on new ones are fetched in the background, so that a provider that is
    /// away for less than the other half is not missed.</summary>
    /// <value>1 hour</value>
    public TimeSpan KeyLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a provider is left alone after it was asked, be it in vain: the time in which an unknown key id or an unreachable provider is
    /// refused without asking again. 1 second to 10 minutes.</summary>
    /// <value>30 seconds</value>
    public TimeSpan KeyRetryInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What assertions must name as audience (ST-065).</summary>
    /// <value><c>urn:amazon:webservices</c></value>
    public string SamlEntityId { get; init; } = "urn:amazon:webservices";

    /// <summary>Where assertions may be addressed to: the <c>Recipient</c>, which is <c>saml:aud</c> (ST-065, ST-067).</summary>
    /// <value><c>https://signin.aws.amazon.com/saml</c></value>
    public ValueList<string> SamlAssertionConsumerUrls { get; init; } = ["https://signin.aws.amazon.com/saml"];

    /// <summary>Whether signatures and digests with SHA-1 are taken (ST-065).</summary>
    public bool AcceptSamlSha1 { get; init; }

    /// <summary>Whether each assertion is good for one use of one role, on all nodes (ST-065). One that says <c>OneTimeUse</c> itself always is.</summary>
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

        void Range(TimeSpan value, TimeSpan least, TimeSpan most, string name)
        {
            if (value < least || value > most)
            {
                faults.Add($"{name} must be between {least} and {most}");
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

using System.Collections.Concurrent;

namespace IamCore.Federation.WebIdentity;

/// <summary>
/// The providers' keys, each fetched once for all who wait, kept for a while, and fetched anew when a key id is not among them: that is how providers
/// rotate keys. One that hangs, fails or lies is asked once in <see cref="FederationOptions.KeyRetryInterval"/>; nobody waits but those who need its keys.
/// </summary>
internal sealed class OidcKeyCache(FederationOptions options, TimeProvider time)
{
    /// <summary>Far above what accounts can register; deleted providers are forgotten with all others.</summary>
    private const int MaxProviders = 10_000;

    private readonly ConcurrentDictionary<OidcKeyRequest, ProviderKeys> _providers = new();

    /// <summary>The provider's keys; where <paramref name="keyId"/> is not among them, as they were just now.</summary>
    /// <exception cref="IamException"><c>IDPCommunicationError</c>.</exception>
    public ValueTask<OidcKeySet> GetAsync(OidcKeyRequest provider, IOidcKeySource source, string keyId, CancellationToken cancellationToken)
    {
        if (_providers.Count >= MaxProviders)
        {
            _providers.Clear();
        }

        return _providers.GetOrAdd(provider, static (key, my) => new(key, my.source, my.options, my.time), (source, options, time))
            .GetAsync(keyId, cancellationToken);
    }

    private sealed class ProviderKeys(OidcKeyRequest provider, IOidcKeySource source, FederationOptions options, TimeProvider time)
    {
        private readonly Lock _lock = new();
        private OidcKeySet? _keys;
        private long _readAt;
        private long? _askedAt;
        private Task<OidcKeySet?>? _question;

        public async ValueTask<OidcKeySet> GetAsync(string keyId, CancellationToken cancellationToken)
        {
            Task<OidcKeySet?> question;
            lock (_lock)
            {
                var age = _keys is null ? TimeSpan.MaxValue : time.GetElapsedTime(_readAt);
                var known = age < options.KeyLifetime ? _keys : null;
                var mayAsk = _question is null && (_askedAt is not { } asked || time.GetElapsedTime(asked) >= options.KeyRetryInterval);
                if (known is not null && known.Contains(keyId))
                {
                    if (mayAsk && age >= options.KeyLifetime / 2)
                    {
                        Ask();
                    }

                    return known;
                }

                if (_question is null && !mayAsk)
                {
                    return known ?? throw TokenRefusals.Unreachable();
                }

                question = _question ?? Ask();
            }

            return await question.WaitAsync(cancellationToken).ConfigureAwait(false) ?? throw TokenRefusals.Unreachable();
        }

        private Task<OidcKeySet?> Ask()
        {
            _askedAt = time.GetTimestamp();
            return _question = Task.Run(AskAsync); // it ends by taking the lock, so not before this is set
        }

        /// <summary>Null where there is no good answer in time.</summary>
        private async Task<OidcKeySet?> AskAsync()
        {
            OidcKeySet? keys = null;
            try
            {
                using var timeout = new CancellationTokenSource(options.ProviderTimeout, time);
                var token = timeout.Token;

                // On a thread of its own: a source may block before it first awaits.
                var text = await Task.Run(() => source.GetKeysAsync(provider, token).AsTask(), CancellationToken.None)
                    .WaitAsync(options.ProviderTimeout, time, CancellationToken.None).ConfigureAwait(false);
                keys = OidcKeySet.TryParse(text, out var read) ? read : null;
            }
#pragma warning disable CA1031 // whatever the host's source throws, there are no keys, and nothing is decided by it
            catch (Exception)
#pragma warning restore CA1031
            {
                keys = null;
            }

            lock (_lock)
            {
                if (keys is not null)
                {
                    _keys = keys;
                    _readAt = time.GetTimestamp();
                }

                _question = null;
                _askedAt = time.GetTimestamp();
            }

            return keys;
        }
    }
}

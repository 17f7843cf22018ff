using System.Collections.Concurrent;

namespace IamCore.Federation.WebIdentity;

/// <summary>
/// Caches the providers' keys. Concurrent callers share one request; keys are fetched again after a while and when a key id is unknown,
/// which is
/// how providers rotate keys. A provider that hangs, fails or misbehaves is asked once per
/// <see cref="FederationOptions.KeyRetryInterval"/>, and only
/// callers that need its keys wait.
/// </summary>
internal sealed class OidcKeyCache(FederationOptions options, TimeProvider time)
{
    /// <summary>Far more than accounts can register. When it is reached, the cache is cleared.</summary>
    private const int MaxProviders = 10_000;

    private readonly ConcurrentDictionary<OidcKeyRequest, ProviderKeys> _providers = new();

    /// <summary>Returns the provider's keys, fetched just now if <paramref name="keyId"/> was not among the cached ones.</summary>
    /// <exception cref="IamException"><c>IDPCommunicationError</c>: the keys could not be obtained.</exception>
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
        private Task<OidcKeySet?>? _request;

        public async ValueTask<OidcKeySet> GetAsync(string keyId, CancellationToken cancellationToken)
        {
            Task<OidcKeySet?> request;
            lock (_lock)
            {
                var age = _keys is null ? TimeSpan.MaxValue : time.GetElapsedTime(_readAt);
                var known = age < options.KeyLifetime ? _keys : null;
                var mayAsk = _request is null && (_askedAt is not { } asked || time.GetElapsedTime(asked) >= options.KeyRetryInterval);
                if (known is not null && known.Contains(keyId))
                {
                    if (mayAsk && age >= options.KeyLifetime / 2)
                    {
                        Ask();
                    }

                    return known;
                }

                if (_request is null && !mayAsk)
                {
                    return known ?? throw TokenErrors.Unreachable();
                }

                request = _request ?? Ask();
            }

            return await request.WaitAsync(cancellationToken).ConfigureAwait(false) ?? throw TokenErrors.Unreachable();
        }

        private Task<OidcKeySet?> Ask()
        {
            _askedAt = time.GetTimestamp();
            return _request = Task.Run(AskAsync); // AskAsync resets the field under the lock held here, so it cannot do so before this assignment.
        }

        /// <summary>Returns null if there is no valid response in time.</summary>
        private async Task<OidcKeySet?> AskAsync()
        {
            OidcKeySet? keys = null;
            try
            {
                using var timeout = new CancellationTokenSource(options.ProviderTimeout, time);
                var token = timeout.Token;

                // On another thread, because a source may block before its first await.
                var text = await Task.Run(() => source.GetKeysAsync(provider, token).AsTask(), CancellationToken.None)
                    .WaitAsync(options.ProviderTimeout, time, CancellationToken.None).ConfigureAwait(false);
                keys = OidcKeySet.TryParse(text, out var read) ? read : null;
            }
#pragma warning disable CA1031 // whatever the host's source throws, there are no keys, and no decision depends on it
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

                _request = null;
                _askedAt = time.GetTimestamp();
            }

            return keys;
        }
    }
}

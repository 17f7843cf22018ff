namespace IamCore.Federation;

/// <summary>Creates simple key sources.</summary>
public static class OidcKeySource
{
    /// <summary>Returns a source that always provides the same keys.</summary>
    /// <param name="keySet">A JSON Web Key Set, as JSON.</param>
    public static IOidcKeySource Static(string keySet)
    {
        ArgumentException.ThrowIfNullOrEmpty(keySet);
        return new FetchedKeys((_, _) => new(keySet));
    }

    /// <summary>Returns a source that calls a function of the host.</summary>
    /// <param name="fetchAsync">Returns the provider's JSON Web Key Set, as JSON.</param>
    public static IOidcKeySource From(Func<OidcKeyRequest, CancellationToken, ValueTask<string>> fetchAsync)
    {
        ArgumentNullException.ThrowIfNull(fetchAsync);
        return new FetchedKeys(fetchAsync);
    }

    private sealed class FetchedKeys(Func<OidcKeyRequest, CancellationToken, ValueTask<string>> fetchAsync) : IOidcKeySource
    {
        public ValueTask<string> GetKeysAsync(OidcKeyRequest request, CancellationToken cancellationToken) => fetchAsync(request, cancellationToken);
    }
}

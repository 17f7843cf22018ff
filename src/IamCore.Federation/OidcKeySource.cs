namespace IamCore.Federation;

/// <summary>The simplest key sources.</summary>
public static class OidcKeySource
{
    /// <summary>Always the same keys.</summary>
    /// <param name="keySet">A JSON Web Key Set.</param>
    public static IOidcKeySource Static(string keySet)
    {
        ArgumentException.ThrowIfNullOrEmpty(keySet);
        return new FetchedKeys((_, _) => new(keySet));
    }

    /// <summary>Keys that the host fetches.</summary>
    /// <param name="fetchAsync">Gives the provider's JSON Web Key Set.</param>
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

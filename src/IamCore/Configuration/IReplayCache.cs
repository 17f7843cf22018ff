namespace IamCore.Configuration;

/// <summary>
/// Remembers signatures while they are valid, so that a signed request is accepted only once (CR-098). Implementations must be safe for
/// concurrent use; hosts
/// with several processes must share the cache between them.
/// </summary>
public interface IReplayCache
{
    /// <summary>Adds a signature.</summary>
    /// <param name="signature">The access key id and the signature.</param>
    /// <param name="until">When the signature ceases to be valid and can be removed, UTC.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns><see langword="true"/> if the signature is new; <see langword="false"/> if it was added before.</returns>
    ValueTask<bool> TryAddAsync(string signature, DateTimeOffset until, CancellationToken cancellationToken);
}

namespace IamCore.Configuration;

/// <summary>
/// Remembers signatures for as long as they are good, so that none is taken twice (CR-098). Without one a signed request can be sent again within its
/// window. Implementations are safe for any number of threads; hosts of several processes keep it where all of them see it.
/// </summary>
public interface IReplayCache
{
    /// <summary>Remembers a signature. False where it was there already.</summary>
    /// <param name="signature">The signature with its key id.</param>
    /// <param name="until">When it is no longer good and can be forgotten, UTC.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<bool> TryAddAsync(string signature, DateTimeOffset until, CancellationToken cancellationToken);
}

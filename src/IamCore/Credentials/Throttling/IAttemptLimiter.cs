namespace IamCore.Credentials.Throttling;

/// <summary>
/// Slows down guessing (CR-111, CR-112). An attempt counts as failed from its beginning until it is reported as a success, so that many at
/// once cannot slip through together. Implementations are safe for any number of threads; one that several processes share keeps its counts
/// where all of them see them.
/// </summary>
public interface IAttemptLimiter
{
    /// <summary>Begins an attempt: zero where it may go on and is counted, else how long to wait; then nothing is counted.</summary>
    ValueTask<TimeSpan> BeginAsync(AttemptKey key, CancellationToken cancellationToken);

    /// <summary>The attempt succeeded: of a principal the count starts anew; of a source or device the attempt is taken back,
    /// so that a success of one does not give another more guesses.</summary>
    ValueTask SucceededAsync(AttemptKey key, CancellationToken cancellationToken);

    /// <summary>Those of an account that must wait at the moment (CR-113).</summary>
    ValueTask<IReadOnlyList<AttemptKey>> ListAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>Forgets all failures of a key (CR-113).</summary>
    ValueTask ClearAsync(AttemptKey key, CancellationToken cancellationToken);
}

namespace IamCore.Credentials.Throttling;

/// <summary>Slows down attempts to guess passwords and codes (CR-111, CR-112).</summary>
/// <remarks>
/// An attempt counts as failed from its start until it is reported as successful, so that simultaneous attempts cannot slip through.
/// Implementations must be
/// safe for concurrent use; hosts with several processes must share the counts between them.
/// </remarks>
public interface IAttemptLimiter
{
    /// <summary>Starts an attempt.</summary>
    /// <param name="key">What the attempt is counted for.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>Zero if the attempt may proceed and is counted; otherwise how long to wait, and the attempt is not counted.</returns>
    ValueTask<TimeSpan> BeginAsync(AttemptKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Reports a successful attempt. For a principal, the count is reset; for a source or device, only this attempt is removed, so that
    /// the success of one user does
    /// not allow more guesses of another.
    /// </summary>
    /// <param name="key">What the attempt is counted for.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    ValueTask SucceededAsync(AttemptKey key, CancellationToken cancellationToken);

    /// <summary>Lists the keys of an account that must wait at present (CR-113).</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The keys.</returns>
    ValueTask<IReadOnlyList<AttemptKey>> ListAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>Resets the failures of a key (CR-113).</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    ValueTask ClearAsync(AttemptKey key, CancellationToken cancellationToken);
}

namespace IamCore;

/// <summary>Following a directory's changes.</summary>
public interface IDirectoryWatch
{
    /// <summary>
    /// The newest revision this object knows of, without waiting: at least that of every commit made through it or told to a watch of it.
    /// Others may have committed later. Negative where it cannot tell; then <see cref="IDirectoryLoader.GetRevisionAsync"/> is asked before every decision.
    /// </summary>
    /// <value>-1</value>
    long KnownRevision => -1;

    /// <summary>
    /// Every commit after a revision, each once and in order, without end. A reader that was told of a commit sees it in the next read.
    /// </summary>
    /// <param name="afterRevision">The last revision known; 0 for all commits there ever were.</param>
    /// <param name="cancellationToken">Ends the watch with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="RevisionCompactedException">The store no longer knows all commits after that revision: read anew, then watch from there.</exception>
    IAsyncEnumerable<Commit> WatchAsync(long afterRevision, CancellationToken cancellationToken);
}

/// <summary>The commits asked for are no longer known one by one.</summary>
public sealed class RevisionCompactedException : InvalidOperationException
{
    /// <summary>Says which revisions are concerned.</summary>
    public RevisionCompactedException(long afterRevision, long oldestRevision)
        : base(FormattableString.Invariant($"The commits after revision {afterRevision} are not all known any more; the oldest known one can be watched after revision {oldestRevision}"))
    {
        AfterRevision = afterRevision;
        OldestRevision = oldestRevision;
    }

    /// <summary>The revision asked for.</summary>
    public long AfterRevision { get; }

    /// <summary>The lowest revision that can be asked for.</summary>
    public long OldestRevision { get; }
}

namespace IamCore.Stores;

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

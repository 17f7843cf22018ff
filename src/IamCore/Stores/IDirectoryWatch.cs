namespace IamCore.Stores;

/// <summary>Follows the changes of a directory.</summary>
public interface IDirectoryWatch
{
    /// <summary>
    /// The newest revision known to this object, without waiting: at least that of every commit made through it or reported by it. Other
    /// processes may have
    /// committed since. If negative, <see cref="IDirectoryLoader.GetRevisionAsync"/> is called before every decision.
    /// </summary>
    /// <value>-1</value>
    long KnownRevision => -1;

    /// <summary>
    /// Reports every commit after a revision, each once and in order, without end. Once a commit was reported, all reads reflect it.
    /// </summary>
    /// <param name="afterRevision">The last revision known; 0 for all commits from the beginning.</param>
    /// <param name="cancellationToken">Ends the watch with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The commits.</returns>
    /// <exception cref="RevisionCompactedException">
    /// The store no longer knows all commits after that revision. Read the directory again and watch from its revision.
    /// </exception>
    IAsyncEnumerable<Commit> WatchAsync(long afterRevision, CancellationToken cancellationToken);
}

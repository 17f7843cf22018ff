namespace IamCore.Stores;

/// <summary>Changes a directory through change sets that succeed or fail as a whole (ID-256, ID-260).</summary>
public interface IDirectoryWriter
{
    /// <summary>
    /// Commits all changes of a set durably as one new revision, or none of them. When the task completes, all reads reflect the changes.
    /// </summary>
    /// <remarks>
    /// An empty set whose preconditions hold changes nothing; its result has the current revision.
    /// </remarks>
    /// <param name="changes">The changes and their preconditions.</param>
    /// <param name="cancellationToken">Cancels waiting. The changes may have been committed nevertheless.</param>
    /// <returns>
    /// The new revision, or a conflict if a precondition does not hold, a unique key would be held twice or a strong reference would lose
    /// its target.
    /// </returns>
    ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken);
}

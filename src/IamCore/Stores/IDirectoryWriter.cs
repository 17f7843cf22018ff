namespace IamCore.Stores;

/// <summary>Writing: change sets that succeed or fail whole (ID-256, ID-260).</summary>
public interface IDirectoryWriter
{
    /// <summary>
    /// Makes all changes of the set durable as one new revision, or none of them. Fails where a precondition does not hold, where a
    /// unique key would be held twice, and where a reference that is not weak would lose its target. An empty set whose preconditions hold changes nothing and
    /// gives the current revision. Once this returns, every read sees the change.
    /// </summary>
    ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken);
}

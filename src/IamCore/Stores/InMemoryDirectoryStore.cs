using System.Collections.Immutable;
using IamCore.Model;

namespace IamCore.Stores;

/// <summary>
/// A store that keeps the directory in memory and loses it when the process ends. Meant for tests, samples and directories that are
/// rebuilt at start-up.
/// </summary>
/// <remarks>Readers use the current snapshot and never wait; writers are serialized.</remarks>
/// <example>
/// <code>
/// using var engine = new IamEngine(new InMemoryDirectoryStore());
/// </code>
/// </example>
public sealed class InMemoryDirectoryStore : IDirectoryStore
{
    private const int KeptCommits = 4096;

    private readonly Lock _writing = new();
    private readonly ChangeFeed _feed = new(0, KeptCommits);
    private volatile DirectoryState _current = DirectoryState.Empty;

    /// <inheritdoc />
    public long KnownRevision => _current.Revision;

    /// <inheritdoc />
    public ValueTask<long> GetRevisionAsync(CancellationToken cancellationToken) => new(_current.Revision);

    /// <inheritdoc />
    public ValueTask<DirectoryGraph> LoadAsync(ImmutableArray<ObjectLocator> roots, CancellationToken cancellationToken) =>
        new(_current.Load(roots));

    /// <inheritdoc />
    public ValueTask<DirectoryObject?> FindAsync(ObjectLocator locator, CancellationToken cancellationToken) => new(_current.Find(locator));

    /// <inheritdoc />
    public ValueTask<ObjectPage> ListAsync(ObjectQuery query, CancellationToken cancellationToken) => new(_current.List(query));

    /// <inheritdoc />
    public ValueTask<int> CountAsync(ObjectQuery query, CancellationToken cancellationToken) => new(_current.Count(query));

    /// <inheritdoc />
    public ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_writing)
        {
            if (!_current.TryApply(changes, out var next, out var commit, out var refusal))
            {
                return new(refusal);
            }

            if (commit.Changes.Count == 0)
            {
                return new(CommitResult.Committed(_current.Revision));
            }

            _current = next;
            _feed.Publish(commit);
            return new(CommitResult.Committed(commit.Revision));
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<Commit> WatchAsync(long afterRevision, CancellationToken cancellationToken) =>
        _feed.FollowAsync(afterRevision, cancellationToken);
}

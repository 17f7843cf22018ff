using System.Collections.Immutable;
using IamCore.Model;
using IamCore.Stores;

namespace Embedded;

/// <summary>
/// Where a store of one's own begins. This one only hands on to the store in memory and counts its commits; a real one is held to the suites of
/// IamCore.Testing (<c>StoreSuites</c>), which say all that a store must do.
/// </summary>
public sealed class MyStore : IDirectoryStore
{
    private readonly InMemoryDirectoryStore _kept = new();

    public int Commits { get; private set; }

    public long KnownRevision => _kept.KnownRevision;

    public ValueTask<long> GetRevisionAsync(CancellationToken cancellationToken) => _kept.GetRevisionAsync(cancellationToken);

    public ValueTask<DirectoryGraph> LoadAsync(ImmutableArray<ObjectLocator> roots, CancellationToken cancellationToken) => _kept.LoadAsync(roots, cancellationToken);

    public ValueTask<DirectoryObject?> FindAsync(ObjectLocator locator, CancellationToken cancellationToken) => _kept.FindAsync(locator, cancellationToken);

    public ValueTask<ObjectPage> ListAsync(ObjectQuery query, CancellationToken cancellationToken) => _kept.ListAsync(query, cancellationToken);

    public ValueTask<int> CountAsync(ObjectQuery query, CancellationToken cancellationToken) => _kept.CountAsync(query, cancellationToken);

    public IAsyncEnumerable<Commit> WatchAsync(long afterRevision, CancellationToken cancellationToken) => _kept.WatchAsync(afterRevision, cancellationToken);

    public async ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var result = await _kept.CommitAsync(changes, cancellationToken);
        Commits += result.IsCommitted ? 1 : 0;
        return result;
    }
}

using System.Collections.Immutable;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Tests.Administration.Escalation;

/// <summary>A store that goes on from a state, so that a search can try many next steps from each without copying.</summary>
internal sealed class SearchStore(DirectoryState state) : IDirectoryStore
{
    public DirectoryState State { get; private set; } = state;

    public long KnownRevision => State.Revision;

    public ValueTask<long> GetRevisionAsync(CancellationToken cancellationToken) => new(State.Revision);

    public ValueTask<DirectoryGraph> LoadAsync(ImmutableArray<ObjectLocator> roots, CancellationToken cancellationToken) => new(State.Load(roots));

    public ValueTask<DirectoryObject?> FindAsync(ObjectLocator locator, CancellationToken cancellationToken) => new(State.Find(locator));

    public ValueTask<ObjectPage> ListAsync(ObjectQuery query, CancellationToken cancellationToken) => new(State.List(query));

    public ValueTask<int> CountAsync(ObjectQuery query, CancellationToken cancellationToken) => new(State.Count(query));

    public ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        if (!State.TryApply(changes, out var next, out var commit, out var refusal))
        {
            return new(refusal);
        }

        State = next;
        return new(CommitResult.Committed(commit.Revision));
    }

    public IAsyncEnumerable<Commit> WatchAsync(long afterRevision, CancellationToken cancellationToken) => throw new NotSupportedException("Nobody watches a search");
}

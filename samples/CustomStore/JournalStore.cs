using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IamCore.Model;
using IamCore.Stores;

namespace CustomStore;

/// <summary>
/// A store of one's own: all objects in memory, each commit a record at the end of a file. Readers take the state that is current and never wait; writers take turns.
/// </summary>
public sealed class JournalStore : IDirectoryStore, IDisposable
{
    private readonly Lock _writing = new();
    private readonly Journal _journal;
    private volatile JournalState _state;

    public JournalStore(string path)
    {
        _journal = new Journal(path);
        _state = _journal.Replay().Aggregate(JournalState.Empty, (state, changes) => state.With(changes));
    }

    public long KnownRevision => _state.Revision;

    public ValueTask<long> GetRevisionAsync(CancellationToken cancellationToken) => new(_state.Revision);

    public ValueTask<DirectoryObject?> FindAsync(ObjectLocator locator, CancellationToken cancellationToken) => new(_state.Find(locator));

    public ValueTask<int> CountAsync(ObjectQuery query, CancellationToken cancellationToken) => new(_state.Listed(query).Count());

    public ValueTask<ObjectPage> ListAsync(ObjectQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, ObjectQuery.MaxLimit);
        var state = _state;
        var rest = state.Listed(query).Where(o => query.After is not { } after || Place.Compare(ListPosition.Of(o), after) > 0).Take(query.Limit + 1).ToList();
        var items = rest.Take(query.Limit).ToList();
        return new(new ObjectPage(state.Revision, [.. items], rest.Count > query.Limit ? ListPosition.Of(items[^1]) : null));
    }

    public ValueTask<DirectoryGraph> LoadAsync(ImmutableArray<ObjectLocator> roots, CancellationToken cancellationToken)
    {
        var state = _state;
        var starts = roots.Select(state.Find).ToImmutableArray();
        var reached = new Dictionary<ObjectKey, DirectoryObject>();
        var open = new Stack<DirectoryObject?>(starts);
        while (open.TryPop(out var next))
        {
            if (next is not null && reached.TryAdd(next.Key, next))
            {
                foreach (var reference in next.References)
                {
                    open.Push(state.Objects.GetValueOrDefault(reference.Target));
                }
            }
        }

        return new(new DirectoryGraph(state.Revision, starts, reached.Values));
    }

    public ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        lock (_writing)
        {
            var before = _state;
            var after = before.With(changes);
            if (before.Refuse(changes, after) is { } refusal)
            {
                return new(refusal);
            }

            if (after != before)
            {
                _journal.Append(changes);
                _state = after;
                before.Next.SetResult();
            }

            return new(CommitResult.Committed(after.Revision));
        }
    }

    public async IAsyncEnumerable<Commit> WatchAsync(long afterRevision, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var state = _state;
            for (; afterRevision < state.Revision; afterRevision++)
            {
                yield return state.Commits[(int)afterRevision]; // revisions count from 1
            }

            await state.Next.Task.WaitAsync(cancellationToken);
        }
    }

    public void Dispose() => _journal.Dispose();
}

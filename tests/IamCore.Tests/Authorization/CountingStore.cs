using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Tests.Authorization;

/// <summary>A store in front of another: counts reads, and fails, lags or is slow when told to.</summary>
internal sealed class CountingStore(IDirectoryStore inner) : IDirectoryStore
{
    private readonly TaskCompletionSource<long>[] _watched = [.. Enumerable.Range(0, 100).Select(_ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously))];

    public int Loads { get; set; }

    /// <summary>What the store claims to know; null for what the inner one knows.</summary>
    public long? Known { get; set; }

    /// <summary>Whether the watch never tells of anything.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Whether every answer takes a while.</summary>
    public bool IsSlow { get; set; }

    /// <summary>How many commits are to be refused, as if others had come first.</summary>
    public int Overtaken { get; set; }

    public Exception? Failure { get; set; }

    public Exception? WatchFailure { get; set; }

    /// <summary>What a read is to find instead of what is stored.</summary>
    public Func<DirectoryObject, DirectoryObject>? Tamper { get; set; }

    public long KnownRevision => Known ?? inner.KnownRevision;

    /// <summary>Completes when the watcher came back for more after a revision.</summary>
    public Task WatchedAsync(long revision) => _watched[revision].Task;

    public async ValueTask<long> GetRevisionAsync(CancellationToken cancellationToken)
    {
        await PassAsync();
        return await inner.GetRevisionAsync(cancellationToken);
    }

    public async ValueTask<DirectoryGraph> LoadAsync(ImmutableArray<ObjectLocator> roots, CancellationToken cancellationToken)
    {
        Loads++;
        await PassAsync();
        var graph = await inner.LoadAsync(roots, cancellationToken);
        return Tamper is null
            ? graph
            : new DirectoryGraph(graph.Revision, [.. graph.Roots.Select(r => r is null ? null : Tamper(r))], graph.Objects.Select(Tamper));
    }

    public ValueTask<DirectoryObject?> FindAsync(ObjectLocator locator, CancellationToken cancellationToken) => inner.FindAsync(locator, cancellationToken);

    public ValueTask<ObjectPage> ListAsync(ObjectQuery query, CancellationToken cancellationToken) => inner.ListAsync(query, cancellationToken);

    public ValueTask<int> CountAsync(ObjectQuery query, CancellationToken cancellationToken) => inner.CountAsync(query, cancellationToken);

    public ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken) =>
        Overtaken-- > 0 ? new(CommitResult.Refused(CommitConflict.Revision, "somebody else's")) : inner.CommitAsync(changes, cancellationToken);

    public async IAsyncEnumerable<Commit> WatchAsync(long afterRevision, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (WatchFailure is not null)
        {
            throw WatchFailure;
        }

        if (IsSilent)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        await foreach (var commit in inner.WatchAsync(afterRevision, cancellationToken))
        {
            yield return commit;
            _watched[commit.Revision].TrySetResult(commit.Revision);
        }
    }

    private async ValueTask PassAsync()
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        if (IsSlow)
        {
            await Task.Yield();
        }
    }
}

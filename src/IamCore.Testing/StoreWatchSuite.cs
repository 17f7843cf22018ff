using IamCore.Stores;
using Xunit;
using static IamCore.Testing.StoreSamples;

namespace IamCore.Testing;

#pragma warning disable CS1591 // the names of the tests state the requirements

/// <summary>Requires that a watch reports each commit once and in order.</summary>
public abstract class StoreWatchSuite : StoreSuite
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task A_watch_sees_each_commit_once_and_in_order()
    {
        const int Commits = 60;
        var store = await CreateStoreAsync();
        await PutAsync(store, User("before"));
        var early = ReadAsync(store, 0, Commits + 1);
        var late = ReadAsync(store, 1, Commits);
        var writers = Enumerable.Range(0, 4).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < Commits / 4; i++)
            {
                await PutAsync(store, User(FormattableString.Invariant($"u{w}x{i}")));
            }
        }));
        await Task.WhenAll(writers);
        Assert.Equal([.. Enumerable.Range(1, Commits + 1).Select(i => (long)i)], (await early).Select(c => c.Revision));
        Assert.Equal([.. Enumerable.Range(2, Commits).Select(i => (long)i)], (await late).Select(c => c.Revision));
        Assert.Equal(Commits, (await late).SelectMany(c => c.Changes).Select(c => c.Key).Distinct().Count());
    }

    [Fact]
    public async Task A_commit_tells_what_was_put_and_what_was_deleted()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("ann"), User("bob"));
        await store.CommitAsync(
            new() { Puts = [User("cleo"), User("ann") with { Revision = 1, Name = "anna" }], Deletes = [new(User("bob").Key, 1)] }, None);
        var commit = Assert.Single(await ReadAsync(store, 1, 1));
        Assert.Equal(2, commit.Revision);
        Assert.Equal(
            [new ObjectChange(User("ann").Key, ChangeType.Put), new(User("bob").Key, ChangeType.Delete), new(User("cleo").Key, ChangeType.Put)],
            commit.Changes.OrderBy(c => c.Key.Id, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_refused_or_empty_change_set_is_not_told()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("ann"));
        await store.CommitAsync(new() { Puts = [User("ann")] }, None);
        await store.CommitAsync(new(), None);
        await PutAsync(store, User("bob"));
        Assert.Equal([1L, 2L], (await ReadAsync(store, 0, 2)).Select(c => c.Revision));
    }

    [Fact]
    public async Task Who_was_told_of_a_commit_reads_it()
    {
        var store = await CreateStoreAsync();
        var reader = Task.Run(async () =>
        {
            var seen = 0;
            using var timeout = new CancellationTokenSource(Patience);
            await foreach (var commit in store.WatchAsync(0, timeout.Token))
            {
                Assert.True(await store.GetRevisionAsync(None) >= commit.Revision);
                Assert.NotNull(await store.FindAsync(ObjectLocator.ByKey(commit.Changes[0].Key), None));
                if (++seen == 20)
                {
                    return;
                }
            }
        });
        for (var i = 0; i < 20; i++)
        {
            await PutAsync(store, User(FormattableString.Invariant($"u{i}")));
        }

        await reader;
    }

    [Fact]
    public async Task A_watch_ends_when_it_is_cancelled()
    {
        var store = await CreateStoreAsync();
        using var cancel = new CancellationTokenSource();
        var next = store.WatchAsync(0, cancel.Token).GetAsyncEnumerator(cancel.Token);
        var waiting = next.MoveNextAsync();
        Assert.False(waiting.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
    }

    private static async Task<List<Commit>> ReadAsync(IDirectoryStore store, long after, int count)
    {
        var commits = new List<Commit>();
        using var timeout = new CancellationTokenSource(Patience);
        await foreach (var commit in store.WatchAsync(after, timeout.Token))
        {
            commits.Add(commit);
            if (commits.Count == count)
            {
                break;
            }
        }

        return commits;
    }
}

using IamCore.Model;
using IamCore.Stores;
using Xunit;
using static IamCore.Testing.StoreSamples;

namespace IamCore.Testing;

#pragma warning disable CS1591 // the names of the tests state the requirements

/// <summary>Requires that races have exactly one winner and that readers see whole revisions only.</summary>
public abstract class StoreConcurrencySuite : StoreSuite
{
    /// <summary>The number of commits while readers check; a store that writes to disk may reduce it.</summary>
    /// <value>10,000</value>
    protected virtual int Commits => 10_000;

    [Fact]
    public async Task A_name_raced_for_by_16_threads_has_one_winner()
    {
        const int Racers = 16;
        for (var round = 0; round < 10; round++)
        {
            var store = await CreateStoreAsync();
            using var start = new Barrier(Racers);
            var results = new CommitResult[Racers];
            var threads = Enumerable.Range(0, Racers).Select(i => new Thread(() =>
            {
                var mine = User("Bob") with { Id = FormattableString.Invariant($"AIDA{i}"), Name = i % 2 == 0 ? "bob" : "BOB" };
                start.SignalAndWait();
                results[i] = store.CommitAsync(new() { Puts = [mine] }, None).AsTask().GetAwaiter().GetResult();
            })).ToList();
            threads.ForEach(t => t.Start());
            threads.ForEach(t => t.Join());
            Assert.Equal(1, results.Count(r => r.IsCommitted));
            Assert.All(results.Where(r => !r.IsCommitted), r => Assert.Equal(CommitConflict.UniqueKey, r.Conflict));
            Assert.Equal(1, await store.CountAsync(new() { Kind = ObjectKind.User, Scope = Here.ToString() }, None));
        }
    }

    [Fact]
    public async Task Of_updates_from_the_same_revision_one_succeeds()
    {
        var store = await CreateStoreAsync();
        await PutAsync(store, User("ann"));
        var read = await CurrentAsync(store, User("ann"));
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
            await store.CommitAsync(new() { Puts = [read with { Name = FormattableString.Invariant($"ann{i}") }] }, None))));
        Assert.Equal(1, results.Count(r => r.IsCommitted));
        Assert.Equal(2, await store.GetRevisionAsync(None));
    }

    [Fact]
    public async Task The_last_place_under_a_limit_has_one_winner()
    {
        var store = await CreateStoreAsync();
        var limit = new CountLimit(ObjectKind.User, Here.ToString(), 3);
        await PutAsync(store, User("a"), User("b"));
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
            await store.CommitAsync(new() { Puts = [User(FormattableString.Invariant($"u{i}"))], Limits = [limit] }, None))));
        Assert.Equal(1, results.Count(r => r.IsCommitted));
        Assert.Equal(3, await store.CountAsync(new() { Kind = ObjectKind.User, Scope = Here.ToString() }, None));
    }

    [Fact]
    public async Task A_target_deleted_and_referred_to_at_once_leaves_nothing_dangling()
    {
        for (var round = 0; round < 20; round++)
        {
            var store = await CreateStoreAsync();
            await PutAsync(store, Group("g"), User("ann"));
            var join = Task.Run(async () => await store.CommitAsync(new() { Puts = [User("ann").In(Group("g")) with { Revision = 1 }] }, None));
            var delete = Task.Run(async () => await store.CommitAsync(new() { Deletes = [new(Group("g").Key, 1)] }, None));
            await Task.WhenAll(join, delete);
            Assert.True((await join).IsCommitted != (await delete).IsCommitted);
        }
    }

    [Fact]
    public async Task Readers_see_only_whole_revisions_during_many_commits()
    {
        // Each commit moves all three users to the same group: a reader that sees two groups saw half a change set.
        var store = await CreateStoreAsync();
        IamUser[] users = [User("a"), User("b"), User("c")];
        await PutAsync(store, [Group("g"), Group("h"), .. users.Select(u => u.In(Group("g")))]);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            long last = 0;
            var reads = 0;
            do
            {
                var graph = await store.LoadAsync([.. users.Select(u => ObjectLocator.ByKey(u.Key))], None);
                Assert.True(graph.Revision >= last, "A later read is of an earlier revision");
                last = graph.Revision;
                var seen = graph.Roots.Cast<IamUser>().ToList();
                Assert.Single(seen.Select(u => u.Groups[0]).Distinct());
                Assert.Single(seen.Select(u => u.Revision).Distinct());
                Assert.Equal(seen[0].Revision, graph.Revision);
                Assert.NotNull(graph.Find(new(ObjectKind.Group, seen[0].Groups[0])));
                var page = await store.ListAsync(
                    new() { Kind = ObjectKind.User, Scope = Here.ToString(), RefersTo = new(Relation.Member, Group("g").Key) }, None);
                Assert.True(page.Items.Count is 0 or 3, "A list shows half a change set");
                reads++;
            }
            while (!done.IsCancellationRequested);

            return reads;
        })).ToList();
        for (var i = 1; i <= Commits && readers.TrueForAll(r => !r.IsFaulted); i++)
        {
            var revision = i;
            await PutAsync(store, [.. users.Select(u => u.In(Group(i % 2 == 0 ? "g" : "h")) with { Revision = revision })]);
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads > 0));
        Assert.Equal(Commits + 1, await store.GetRevisionAsync(None));
    }
}

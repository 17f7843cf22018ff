using IamCore.Authorization;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;

namespace IamCore.Tests.Authorization;

public sealed class ChangeTests
{
    private static readonly string Read = TestPolicies.Allow("docs:Read");

    [Fact]
    public async Task A_change_to_a_groups_policy_is_seen_by_the_next_decision_of_every_member()
    {
        var names = Enumerable.Range(0, 50).Select(i => $"user{i}").ToArray();
        var store = new DirectoryBuilder().Account(a =>
        {
            a.Group("Developers", g => g.Inline("docs", Read));
            foreach (var name in names)
            {
                a.User(name, u => u.In("Developers"));
            }
        }).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        foreach (var name in names)
        {
            Assert.Equal(Decision.Allow, await authorizer.DecideAsync(Ask.User(name), "docs:Read"));
        }

        var group = await store.GroupAsync("Developers");
        await store.PutAsync(group with { InlinePolicies = [new InlinePolicy("docs", new PolicyText(TestPolicies.Deny("docs:Read")))] });

        foreach (var name in names)
        {
            Assert.Equal(Decision.ExplicitDeny, await authorizer.DecideAsync(Ask.User(name), "docs:Read"));
        }
    }

    [Fact]
    public async Task A_user_removed_from_a_group_loses_the_permission_in_the_next_decision()
    {
        var store = new DirectoryBuilder().Account(a => a.Group("Developers", g => g.Inline("docs", Read)).User("alice", u => u.In("Developers"))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        for (var i = 0; i < 100; i++)
        {
            var alice = await store.UserAsync("alice");
            await store.PutAsync(alice with { Groups = [] });
            Assert.Equal(Decision.ImplicitDeny, await authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
            alice = await store.UserAsync("alice");
            await store.PutAsync(alice with { Groups = [(await store.GroupAsync("Developers")).Id] });
            Assert.Equal(Decision.Allow, await authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
        }
    }

    [Fact]
    public async Task A_new_default_version_counts_for_everyone_it_is_attached_to_and_as_a_boundary()
    {
        var store = new DirectoryBuilder().Account(a => a
            .Policy("Docs", Read)
            .Group("Developers", g => g.Attach("Docs"))
            .User("member", u => u.In("Developers"))
            .User("holder", u => u.Attach("Docs"))
            .User("bounded", u => u.Attach("AdministratorAccess").Boundary("Docs"))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        string[] users = ["member", "holder", "bounded"];
        foreach (var user in users)
        {
            Assert.Equal(Decision.Allow, await authorizer.DecideAsync(Ask.User(user), "docs:Read"));
            Assert.Equal(Decision.ImplicitDeny, await authorizer.DecideAsync(Ask.User(user), "docs:Write"));
        }

        var policy = await store.PolicyAsync("Docs");
        var second = new PolicyVersion("v2", new PolicyText(TestPolicies.Allow("docs:Write")), default);
        await store.PutAsync(policy with { Versions = [.. policy.Versions, second], DefaultVersionId = "v2", NextVersion = 3 });

        foreach (var user in users)
        {
            Assert.Equal(Decision.ImplicitDeny, await authorizer.DecideAsync(Ask.User(user), "docs:Read"));
            Assert.Equal(Decision.Allow, await authorizer.DecideAsync(Ask.User(user), "docs:Write"));
        }
    }

    [Fact]
    public async Task Unrelated_changes_leave_answers_and_cost_no_reading()
    {
        var inner = new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", Read)).User("bob").User("carol")).Build();
        var store = new CountingStore(inner);
        using var authorizer = new DirectoryAuthorizer(store);
        await authorizer.DecideAsync(Ask.User("alice"), "docs:Read");
        await store.PutAsync((await store.UserAsync("bob")) with { Tags = [new Tag("a", "b")] });
        await store.PutAsync((await store.UserAsync("carol")) with { Tags = [new Tag("a", "b")] });
        await store.WatchedAsync(3);
        store.Loads = 0;

        var result = await authorizer.AskAsync(Ask.User("alice"), "docs:Read");

        Assert.True(result.IsAllowed);
        Assert.Equal(3, result.Revision);
        Assert.Equal(0, store.Loads);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_minimum_revision_is_included_and_told(int changes)
    {
        var store = new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", Read))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        Assert.Equal(Decision.Allow, await authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
        var revision = 0L;
        for (var i = 0; i < changes; i++)
        {
            revision = await store.PutAsync((await store.UserAsync("alice")) with { InlinePolicies = [] });
        }

        var result = await authorizer.AuthorizeAsync(Ask.Question(Ask.User("alice"), "docs:Read") with { MinimumRevision = revision });

        Assert.False(result.IsAllowed);
        Assert.Equal(revision, result.Revision);
    }

    [Fact]
    public async Task A_minimum_revision_that_is_still_to_come_is_waited_for()
    {
        var store = new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", Read))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        await authorizer.DecideAsync(Ask.User("alice"), "docs:Read");

        var asked = authorizer.AuthorizeAsync(Ask.Question(Ask.User("alice"), "docs:Read") with { MinimumRevision = 2 }).AsTask();
        Assert.False(asked.IsCompleted);
        await store.PutAsync((await store.UserAsync("alice")) with { InlinePolicies = [] });

        Assert.False((await asked).IsAllowed);
    }

    [Fact]
    public async Task A_minimum_revision_that_never_comes_times_out()
    {
        var clock = new FakeTimeProvider(new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero));
        var store = new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", Read))).Build();
        using var authorizer = new DirectoryAuthorizer(store, new() { TimeProvider = clock });

        var asked = authorizer.AuthorizeAsync(Ask.Question(Ask.User("alice"), "docs:Read") with { MinimumRevision = 99 }).AsTask();
        Assert.False(asked.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(11));

        await Assert.ThrowsAsync<TimeoutException>(() => asked);
    }

    [Fact]
    public async Task Waiting_for_a_revision_can_be_cancelled()
    {
        var store = new DirectoryBuilder().Account(a => a.User("alice")).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        using var stop = new CancellationTokenSource();

        var asked = authorizer.AuthorizeAsync(Ask.Question(Ask.User("alice"), "docs:Read") with { MinimumRevision = 99 }, stop.Token).AsTask();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task Commits_of_another_process_are_seen_once_the_staleness_allowed_is_over()
    {
        var clock = new FakeTimeProvider(new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero));
        var inner = new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", Read))).Build();
        var store = new CountingStore(inner) { Known = 1, IsSilent = true };
        using var authorizer = new DirectoryAuthorizer(store, new() { Authorizer = new() { MaxStaleness = TimeSpan.FromSeconds(5) }, TimeProvider = clock });
        Assert.Equal(Decision.Allow, await authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
        await inner.PutAsync((await inner.UserAsync("alice")) with { InlinePolicies = [] });

        Assert.Equal(Decision.Allow, await authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(Decision.ImplicitDeny, await authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
    }

    [Fact]
    public async Task A_store_that_cannot_tell_its_revision_at_once_is_asked_each_time()
    {
        var inner = new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", Read))).Build();
        var store = new CountingStore(inner) { Known = -1, IsSilent = true, IsSlow = true };
        using var authorizer = new DirectoryAuthorizer(store);
        Assert.Equal(Decision.Allow, await authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
        store.Loads = 0;
        Assert.Equal(Decision.Allow, await authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
        Assert.Equal(0, store.Loads);
        await inner.PutAsync((await inner.UserAsync("alice")) with { InlinePolicies = [] });
        Assert.Equal(Decision.ImplicitDeny, await authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
    }

    [Fact]
    public async Task Answers_stay_right_while_the_watch_is_broken()
    {
        var inner = new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", Read))).Build();
        var store = new CountingStore(inner) { WatchFailure = new IOException("no watch today") };
        using var authorizer = new DirectoryAuthorizer(store);
        Assert.Equal(Decision.Allow, await authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
        await inner.PutAsync((await inner.UserAsync("alice")) with { InlinePolicies = [] });
        Assert.Equal(Decision.ImplicitDeny, await authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
    }

    [Fact]
    public async Task A_watch_that_lost_commits_begins_anew_and_answers_stay_right()
    {
        var inner = new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", Read)).User("bob")).Build();
        var store = new CountingStore(inner) { WatchFailure = new RevisionCompactedException(1, 2) };
        using var authorizer = new DirectoryAuthorizer(store);
        Assert.Equal(Decision.Allow, await authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
        store.WatchFailure = null;
        await inner.PutAsync((await inner.UserAsync("bob")) with { Tags = [new Tag("a", "b")] });
        Assert.Equal(Decision.Allow, await authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
        await inner.PutAsync((await inner.UserAsync("alice")) with { InlinePolicies = [] });
        Assert.Equal(Decision.ImplicitDeny, await authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
    }

    [Fact]
    public async Task While_a_writer_commits_no_reader_sees_half_a_change_or_an_old_one()
    {
        // Each change set moves the permission between the user and the group: at every revision exactly one way allows.
        var store = new DirectoryBuilder().Account(a => a.Group("Developers").User("alice", u => u.In("Developers").Inline("docs", Read))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var newest = store.KnownRevision;
                var result = await authorizer.AskAsync(Ask.User("alice"), "docs:Read");
                Assert.True(result.IsAllowed);
                Assert.True(result.Revision >= newest);
            }
        })).ToArray();

        for (var i = 0; i < 500; i++)
        {
            var (alice, group) = (await store.UserAsync("alice"), await store.GroupAsync("Developers"));
            await store.PutAsync(alice with { InlinePolicies = group.InlinePolicies }, group with { InlinePolicies = alice.InlinePolicies });
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }
}

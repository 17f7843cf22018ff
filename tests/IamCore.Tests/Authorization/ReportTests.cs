using System.Diagnostics;
using IamCore.Authorization;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;
using IamCore.Tests.Isolation;

namespace IamCore.Tests.Authorization;

/// <summary>Observers, metrics, activities and last-accessed data.</summary>
public sealed class ReportTests
{
    private const string A = Ask.Account;
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task Observers_are_told_of_decisions_and_of_nothing_else()
    {
        var observer = new RecordingObserver();
        var clock = new FakeTimeProvider(Start);
        var store = MakeStore();
        using var authorizer = new DirectoryAuthorizer(store, new() { Observers = [observer], TimeProvider = clock });
        var alice = Ask.Question(Ask.User("alice"), "docs:Read");
        await authorizer.AuthorizeAsync(alice);
        await authorizer.AuthorizeAsync(alice);
        await authorizer.AskAsync(Ask.User("alice"), "docs:Write");
        await authorizer.AskAsync(Ask.User("ghost"), "docs:Read");
        await authorizer.AuthorizeAllAsync(new[] { alice, alice });
        await authorizer.ExplainAsync(alice);
        await new AccessSimulator(authorizer, store).SimulateAsync(alice);

        Assert.Equal(
            [Decision.Allow, Decision.Allow, Decision.ImplicitDeny, Decision.ImplicitDeny, Decision.Allow, Decision.Allow],
            observer.Seen.Select(e => e.Result.Decision.Decision));
        Assert.Equal(AccessReason.UnknownPrincipal, observer.Seen[3].Result.Reason);
        Assert.All(observer.Seen, e => Assert.Equal(Start, e.Time));
        Assert.Equal("docs:Write", observer.Seen[2].Question.Action.ToString());
    }

    [Fact]
    public async Task An_observer_that_throws_takes_the_answer_with_it()
    {
        using var authorizer = new DirectoryAuthorizer(MakeStore(), new() { Observers = [new RecordingObserver { Failure = new IOException("audit is full") }] });
        for (var i = 0; i < 2; i++)
        {
            await Assert.ThrowsAsync<IOException>(() => authorizer.AskAsync(Ask.User("alice"), "docs:Read"));
        }
    }

    [Fact]
    public async Task Decisions_reads_and_failures_are_counted()
    {
        using var factory = new TestMeterFactory();
        using var meters = new MetricReader(factory);
        var store = new CountingStore(MakeStore());
        using var authorizer = new DirectoryAuthorizer(store, new() { MeterFactory = factory });
        await authorizer.AskAsync(Ask.User("alice"), "docs:Metered");
        await authorizer.AskAsync(Ask.User("alice"), "docs:Read");
        store.Failure = new InvalidTimeZoneException("no answer");
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => authorizer.AskAsync(Ask.User("bob"), "docs:Read"));

        Assert.Contains(meters.Measured, m => m.Name == "iamcore.decisions" && m.Tags.Contains("iamcore.decision=implicitDeny", StringComparison.Ordinal));
        Assert.Contains(meters.Measured, m => m.Name == "iamcore.decisions" && m.Tags.Contains("iamcore.decision=allow", StringComparison.Ordinal));
        Assert.Contains(meters.Measured, m => m is { Name: "iamcore.failures", Tags: "error.type=System.InvalidTimeZoneException" });
        Assert.Contains(meters.Measured, m => m.Name == "iamcore.directory.reads");
        Assert.Contains(meters.Measured, m => m is { Name: "iamcore.decision.duration", Value: > 0 });
    }

    [Fact]
    public async Task Each_question_is_an_activity_if_its_source_has_a_listener()
    {
        var stopped = new List<Activity>();
        using var authorizer = new DirectoryAuthorizer(MakeStore());
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => ReferenceEquals(source, authorizer.Activities), // other tests' sources have the same name
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = stopped.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await authorizer.AskAsync(Ask.User("alice"), "docs:Traced");
        await authorizer.AskAsync(Ask.User("alice"), "docs:Traced");

        Assert.Equal(["docs:Traced", "docs:Traced"], stopped.Select(a => a.GetTagItem("iamcore.action")));
        Assert.All(stopped, a => Assert.Equal("IamCore", a.Source.Name));
        Assert.All(stopped, a => Assert.Equal("implicitDeny", a.GetTagItem("iamcore.decision")));
        Assert.All(stopped, a => Assert.DoesNotContain("alice", string.Join(",", a.TagObjects), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accesses_are_recorded_by_identity_and_action_whether_allowed_or_not()
    {
        // ID-267, ID-270
        var clock = new FakeTimeProvider(Start);
        var store = MakeStore();
        using var authorizer = new DirectoryAuthorizer(store, new() { TimeProvider = clock });
        await authorizer.AskAsync(Ask.User("alice"), "docs:Read", "arn:app:docs:eu-west-1::document/1");
        await authorizer.AskAsync(Ask.User("alice"), "docs:Write");
        await authorizer.AskAsync(Ask.User("alice"), "mail:Send");
        await authorizer.AskAsync(Ask.User("alice"), "iam:PassRole");
        await authorizer.AskAsync(Ask.Root(), "docs:Read");
        await authorizer.AskAsync(Principal.Anonymous, "docs:Read");
        await authorizer.AskAsync(Ask.User("ghost"), "docs:Read");
        await authorizer.AskAsync(Principal.Parse($"arn:aws:sts::{A}:assumed-role/Reader/s1"), "docs:Read");
        await authorizer.ExplainAsync(Ask.Question(Ask.User("alice"), "docs:Explained"));
        await new AccessSimulator(authorizer, store).SimulateAsync(Ask.Question(Ask.User("alice"), "docs:Simulated"));

        var last = authorizer.LastAccessed;
        var (alice, role) = (await store.UserAsync("alice"), await store.RoleAsync("Reader"));
        Assert.Equal(3, last.Count);
        Assert.Equal(["docs:Read", "docs:Write", "mail:Send"], last.Find(alice.Key, Start).Select(a => a.Action.ToString()).Order());
        Assert.Equal("eu-west-1", last.Find(alice.Key, Start).Single(a => a.Action == ActionName.Parse("docs:Read")).Region);
        Assert.Equal($"arn:aws:sts::{A}:assumed-role/Reader/s1", Assert.Single(last.Find(role.Key, Start)).Principal);
        Assert.Single(last.Find(new ObjectKey(ObjectKind.Account, A), Start));
        Assert.Equal(["docs", "mail"], last.FindServices(alice.Key, Start).Select(a => a.Action.Service.ToString()));
    }

    [Fact]
    public async Task An_access_is_recorded_again_after_a_quarter_of_an_hour_and_forgotten_after_400_days()
    {
        var clock = new FakeTimeProvider(Start);
        var store = MakeStore();
        using var authorizer = new DirectoryAuthorizer(store, new() { TimeProvider = clock });
        var alice = (await store.UserAsync("alice")).Key;
        var expected = new[] { (0, 0), (14, 0), (15, 15), (29, 15), (30, 30) };
        foreach (var (minutes, recorded) in expected)
        {
            clock.SetUtcNow(Start.AddMinutes(minutes));
            await authorizer.AskAsync(Ask.User("alice"), "docs:Read");
            Assert.Equal(Start.AddMinutes(recorded), Assert.Single(authorizer.LastAccessed.Find(alice, clock.GetUtcNow())).Time);
        }

        Assert.Single(authorizer.LastAccessed.Find(alice, Start.AddMinutes(30).AddDays(399)));
        Assert.Empty(authorizer.LastAccessed.Find(alice, Start.AddMinutes(30).AddDays(400)));
    }

    [Fact]
    public async Task Recording_is_bounded_can_be_off_and_can_be_given_back()
    {
        var store = new DirectoryBuilder().Account(a =>
        {
            for (var i = 0; i < 60; i++)
            {
                a.User($"user{i}");
            }
        }).Build();
        var clock = new FakeTimeProvider(Start);
        using var authorizer = new DirectoryAuthorizer(store, new() { Authorizer = new() { MaxTrackedIdentities = 20 }, TimeProvider = clock });
        for (var i = 0; i < 60; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await authorizer.AskAsync(Ask.User($"user{i}"), "docs:Read");
        }

        Assert.InRange(authorizer.LastAccessed.Count, 1, 20);
        var latest = (await store.UserAsync("user59")).Key;
        Assert.Single(authorizer.LastAccessed.Find(latest, clock.GetUtcNow()));

        using var off = new DirectoryAuthorizer(store, new() { Authorizer = new() { RecordLastAccessed = false } });
        await off.AskAsync(Ask.User("user1"), "docs:Read");
        Assert.Equal(0, off.LastAccessed.Count);
        off.LastAccessed.Restore(latest, new LastAccess(ActionName.Parse("docs:Read"), Start, "x", null));
        Assert.Equal([latest], off.LastAccessed.Identities);
    }

    private static InMemoryDirectoryStore MakeStore() => new DirectoryBuilder().Account(a => a
        .User("alice", u => u.Inline("docs", TestPolicies.Allow("docs:Read"))).User("bob")
        .Role("Reader", TestPolicies.Trust(A))).Build();

    private sealed class RecordingObserver : IAccessObserver
    {
        public List<AccessEvent> Seen { get; } = [];

        public Exception? Failure { get; init; }

        public void OnDecided(in AccessEvent access)
        {
            Seen.Add(access);
            if (Failure is not null)
            {
                throw Failure;
            }
        }
    }
}

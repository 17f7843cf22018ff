using IamCore.Authorization;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Testing;

namespace IamCore.Tests.Authorization;

public sealed class FailureTests
{
    private static readonly string Read = TestPolicies.Allow("docs:Read");

    private static readonly string[] Broken = ["", "{", "null", """{"Version":"2012-10-17","Statement":[{"Effect":"Deny"}]}"""];

    public static TheoryData<string, string> Places()
    {
        var data = new TheoryData<string, string>();
        foreach (var text in Broken)
        {
            foreach (var place in (string[])["inline", "managed", "group", "boundary", "serviceControl", "resourceControl"])
            {
                data.Add(place, text);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_document_corrupted_in_the_store_fails_who_depends_on_it_and_nobody_else(string place, string text)
    {
        var good = place is "serviceControl" or "resourceControl" ? TestPolicies.AllowAll : Read;
        string At(string here) => place == here ? text : good;
        var rcp = place == "resourceControl" ? text : """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:Nothing","Resource":"*"}]}""";
        var store = new DirectoryBuilder()
            .Organization("999999999999", o => o.ServiceControlPolicy("Guard", At("serviceControl")).ResourceControlPolicy("Shield", rcp)
                .Unit("Team", ["Guard"], ["Shield"]).Unit("Other"))
            .Account("111111111111", a => a.With(x => x).Policy("Docs", At("managed")).Policy("Limit", At("boundary"))
                .Group("Developers", g => g.Inline("docs", At("group")))
                .User("alice", u => u.In("Developers").Attach("Docs").Boundary("Limit").Inline("own", At("inline")))
                .User("carol")
                .Under("Team"))
            .Account("222222222222", a => a.User("bob", u => u.Inline("docs", Read))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        var alice = Ask.Question(Ask.User("alice", "111111111111"), "docs:Read");

        for (var i = 0; i < 2; i++)
        {
            var failure = await Assert.ThrowsAsync<DirectoryDamagedException>(async () => await authorizer.AuthorizeAsync(alice));
            Assert.NotEmpty(failure.Faults);
            Assert.Contains(failure.Subject.ToString(), failure.Message, StringComparison.Ordinal);
            Assert.False(failure.Subject.IsNone);
            await Assert.ThrowsAsync<DirectoryDamagedException>(async () => await authorizer.ExplainAsync(alice));
            await Assert.ThrowsAsync<DirectoryDamagedException>(async () => await authorizer.AuthorizeAllAsync(new[] { alice }));
            Assert.Equal(Decision.Allow, await authorizer.DecideAsync(Ask.User("bob", "222222222222"), "docs:Read"));
        }
    }

    [Fact]
    public async Task A_document_changed_in_the_store_without_a_revision_is_not_answered_for_by_the_cached_one()
    {
        var inner = new DirectoryBuilder().Account(a => a.Policy("Docs", Read).User("alice", u => u.Attach("Docs")).User("bob", u => u.Attach("Docs"))).Build();
        var store = new CountingStore(inner);
        using var authorizer = new DirectoryAuthorizer(store);
        Assert.Equal(Decision.Allow, await authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
        store.Tamper = o => o is ManagedPolicy p ? p with { Versions = [p.Versions[0] with { Document = new PolicyText("{") }] } : o;

        await Assert.ThrowsAsync<DirectoryDamagedException>(() => authorizer.DecideAsync(Ask.User("bob"), "docs:Read"));
    }

    [Fact]
    public async Task A_reference_without_target_fails_the_question()
    {
        var inner = new DirectoryBuilder().Account(a => a.Group("Developers").User("alice", u => u.In("Developers").Inline("docs", Read))).Build();
        var store = new CountingStore(inner) { Tamper = o => o is IamUser u ? u with { Groups = ["AGPANOSUCHGROUP"] } : o };
        using var authorizer = new DirectoryAuthorizer(store);

        var failure = await Assert.ThrowsAsync<DirectoryDamagedException>(() => authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
        Assert.Contains("AGPANOSUCHGROUP", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_managed_policy_without_its_default_version_fails_the_question()
    {
        var inner = new DirectoryBuilder().Account(a => a.Policy("Docs", Read).User("alice", u => u.Attach("Docs"))).Build();
        var store = new CountingStore(inner) { Tamper = o => o is ManagedPolicy p ? p with { DefaultVersionId = "v9" } : o };
        using var authorizer = new DirectoryAuthorizer(store);

        var failure = await Assert.ThrowsAsync<DirectoryDamagedException>(() => authorizer.DecideAsync(Ask.User("alice"), "docs:Read"));
        Assert.Contains("v9", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_only_pretends_to_be_service_linked_is_damage_not_an_exemption()
    {
        // ID-127: EV-004 would exempt such a path from SCPs.
        var inner = new DirectoryBuilder().Account(a => a.Role("Fake", TestPolicies.Trust(Ask.Account), r => r.Inline("all", TestPolicies.AllowAll))).Build();
        var store = new CountingStore(inner) { Tamper = o => o is IamRole r ? r with { Path = "/aws-service-role/x.example.com/" } : o };
        using var authorizer = new DirectoryAuthorizer(store);

        await Assert.ThrowsAsync<DirectoryDamagedException>(() =>
            authorizer.DecideAsync(Principal.Parse($"arn:aws:sts::{Ask.Account}:assumed-role/Fake/s"), "docs:Read"));
    }

    [Fact]
    public async Task A_store_that_throws_fails_the_question_with_its_error()
    {
        var store = new CountingStore(new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", TestPolicies.AllowAll))).Build())
        {
            Failure = new IOException("the disk is gone"),
        };
        using var authorizer = new DirectoryAuthorizer(store);
        var question = Ask.Question(Ask.User("alice"), "docs:Read");

        Assert.Same(store.Failure, await Assert.ThrowsAsync<IOException>(async () => await authorizer.AuthorizeAsync(question)));
        Assert.Same(store.Failure, await Assert.ThrowsAsync<IOException>(async () => await authorizer.AuthorizeAllAsync(new[] { question })));
        Assert.Same(store.Failure, await Assert.ThrowsAsync<IOException>(async () => await authorizer.ExplainAsync(question)));
        store.Failure = null;
        Assert.True((await authorizer.AuthorizeAsync(question)).IsAllowed);
    }

    [Fact]
    public async Task A_store_that_begins_to_throw_is_not_papered_over_once_its_state_is_in_doubt()
    {
        var clock = new FakeTimeProvider(new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero));
        var store = new CountingStore(new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", TestPolicies.AllowAll))).Build());
        using var authorizer = new DirectoryAuthorizer(store, new() { TimeProvider = clock });
        Assert.True((await authorizer.AskAsync(Ask.User("alice"), "docs:Read")).IsAllowed);
        store.Failure = new IOException("the disk is gone");
        clock.Advance(TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<IOException>(() => authorizer.AskAsync(Ask.User("alice"), "docs:Read"));
    }

    [Fact]
    public async Task A_context_that_throws_and_a_resource_policy_source_that_throws_fail_the_question()
    {
        var store = new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", Ask.AllowIf("docs:Owner", "alice")))).Build();
        using var authorizer = new DirectoryAuthorizer(store, new() { ResourcePolicies = new ThrowingSource() });
        using var plain = new DirectoryAuthorizer(store);

        await Assert.ThrowsAsync<NotSupportedException>(() => authorizer.AskAsync(Ask.User("alice"), "docs:Read"));
        await Assert.ThrowsAsync<FormatException>(() => plain.AskAsync(Ask.User("alice"), "docs:Read", context: new ThrowingContext()));
        var context = new RequestContext { ["docs:Owner"] = "alice" };
        Assert.True((await plain.AskAsync(Ask.User("alice"), "docs:Read", context: context)).IsAllowed);
    }

    [Fact]
    public async Task A_session_policy_that_cannot_be_read_fails_the_question()
    {
        var store = new DirectoryBuilder().Account(a => a.Role("Reader", TestPolicies.Trust(Ask.Account), r => r.Inline("docs", Read))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        var session = new PrincipalSession(Principal.Parse($"arn:aws:sts::{Ask.Account}:assumed-role/Reader/s"))
        {
            Policies = new PassedSessionPolicies { Inline = [new PolicyText("{")] },
        };

        await Assert.ThrowsAsync<PolicyFormatException>(() => authorizer.AskAsync(session, "docs:Read"));
    }

    private sealed class ThrowingContext : IRequestContext
    {
        public ContextValue Find(ContextKey key) => throw new FormatException("no value today");
    }

    private sealed class ThrowingSource : IResourcePolicySource
    {
        public ValueTask<PolicySet?> FindAsync(ResourceName resource, CancellationToken cancellationToken) => throw new NotSupportedException("no policies today");
    }
}

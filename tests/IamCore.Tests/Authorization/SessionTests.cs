using IamCore.Authorization;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Predefined;
using IamCore.Stores;
using IamCore.Testing;

namespace IamCore.Tests.Authorization;

/// <summary>Session policies, federated users and tasks as root (ST-004, ST-022, ST-088, ST-101).</summary>
public sealed class SessionTests
{
    private const string A = Ask.Account;
    private static readonly Principal Session = Principal.Parse($"arn:aws:sts::{A}:assumed-role/Reader/s");

    [Theory]
    [InlineData("docs:Read", true)]
    [InlineData("docs:Write", false)] // the role may, the session policy does not
    [InlineData("docs:List", false)] // the session policy may, the role does not
    public async Task A_session_may_what_role_and_session_policy_both_allow(string action, bool isAllowed)
    {
        using var authorizer = new DirectoryAuthorizer(MakeStore());
        var session = new PrincipalSession(Session)
        {
            Policies = new PassedSessionPolicies { Inline = [Text("docs:Read"), Text("docs:List")] },
        };
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(isAllowed, (await authorizer.AskAsync(session, action)).IsAllowed);
        }
    }

    [Fact]
    public async Task Passing_no_policy_limits_nothing_and_passing_an_empty_list_allows_nothing()
    {
        using var authorizer = new DirectoryAuthorizer(MakeStore());
        Assert.True((await authorizer.AskAsync(new PrincipalSession(Session), "docs:Read")).IsAllowed);
        var empty = await authorizer.AskAsync(new PrincipalSession(Session) { Policies = new PassedSessionPolicies() }, "docs:Read");
        Assert.Equal((Decision.ImplicitDeny, PolicyTypes.Session), (empty.Decision.Decision, empty.Decision.DeniedBy));
    }

    [Fact]
    public async Task A_managed_session_policy_counts_as_it_is_now_and_allows_nothing_once_deleted()
    {
        var store = MakeStore();
        using var authorizer = new DirectoryAuthorizer(store);
        var policy = await store.PolicyAsync("Limit");
        var session = new PrincipalSession(Session) { Policies = new PassedSessionPolicies { Managed = [policy.Key] } };
        Assert.True((await authorizer.AskAsync(session, "docs:Read")).IsAllowed);

        await store.PutAsync(policy with { Versions = [new PolicyVersion("v1", Text("docs:Write"), default)] });
        Assert.False((await authorizer.AskAsync(session, "docs:Read")).IsAllowed);
        Assert.True((await authorizer.AskAsync(session, "docs:Write")).IsAllowed);

        await store.RemoveAsync(await store.PolicyAsync("Limit"));
        foreach (var action in (string[])["docs:Read", "docs:Write"])
        {
            Assert.Equal(PolicyTypes.Session, (await authorizer.AskAsync(session, action)).Decision.DeniedBy); // ST-022
        }

        await store.PutAsync(policy with { Id = "ANPANEW", Revision = 0 });
        Assert.False((await authorizer.AskAsync(session, "docs:Read")).IsAllowed); // a policy re-created under the ARN is another one
    }

    [Fact]
    public async Task A_predefined_session_policy_counts()
    {
        using var authorizer = new DirectoryAuthorizer(MakeStore());
        var key = PredefinedPolicies.Default.All.Single(p => p.Name == "AWSDenyAll").Key;
        var session = new PrincipalSession(Session) { Policies = new PassedSessionPolicies { Managed = [key] } };
        Assert.Equal(Decision.ExplicitDeny, (await authorizer.AskAsync(session, "docs:Read")).Decision.Decision);
    }

    [Fact]
    public async Task Sessions_of_one_role_made_one_after_the_other_cost_no_reading()
    {
        var inner = MakeStore();
        var store = new CountingStore(inner);
        using var authorizer = new DirectoryAuthorizer(store);
        var role = await inner.RoleAsync("Reader");
        Assert.True((await authorizer.AskAsync(Bound(0), "docs:Read")).IsAllowed);
        store.Loads = 0;
        for (var i = 1; i < 20; i++)
        {
            Assert.True((await authorizer.AskAsync(Bound(i), "docs:Read")).IsAllowed);
            Assert.False((await authorizer.AskAsync(Bound(i), "docs:Delete")).IsAllowed);
        }

        Assert.Equal(0, store.Loads);
        await inner.PutAsync(role with { InlinePolicies = [] });
        Assert.False((await authorizer.AskAsync(Bound(99), "docs:Read")).IsAllowed);

        PrincipalSession Bound(int i) => new(Principal.Parse($"arn:aws:sts::{A}:assumed-role/Reader/s{i}"))
        {
            Entity = role.Key, Policies = new PassedSessionPolicies { Inline = [new PolicyText(TestPolicies.AllowAll)] },
        };
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)] // EV-056: without a session policy no identity permissions at all
    public async Task A_federated_user_has_the_users_permissions_within_its_session_policy(bool passesPolicy, bool isAllowed)
    {
        var store = MakeStore();
        using var authorizer = new DirectoryAuthorizer(store);
        var session = new PrincipalSession(Principal.Parse($"arn:aws:sts::{A}:federated-user/guest"))
        {
            Entity = (await store.UserAsync("alice")).Key,
            Policies = passesPolicy ? new PassedSessionPolicies { Inline = [new PolicyText(TestPolicies.AllowAll)] } : null,
        };
        Assert.Equal(isAllowed, (await authorizer.AskAsync(session, "docs:Read")).IsAllowed);
        Assert.False((await authorizer.AskAsync(session, "docs:Write")).IsAllowed);
    }

    [Fact]
    public async Task A_federated_session_of_root_may_what_its_session_policy_allows()
    {
        // ST-088
        using var authorizer = new DirectoryAuthorizer(MakeStore());
        var session = new PrincipalSession(Principal.Parse($"arn:aws:sts::{A}:federated-user/guest"))
        {
            Entity = new ObjectKey(ObjectKind.Account, A), Policies = new PassedSessionPolicies { Inline = [Text("docs:Read")] },
        };
        Assert.True((await authorizer.AskAsync(session, "docs:Read")).IsAllowed);
        Assert.False((await authorizer.AskAsync(session, "docs:Write")).IsAllowed);
    }

    [Fact]
    public async Task A_root_task_may_what_its_policy_leaves_and_nothing_without_a_policy()
    {
        // ST-101
        using var authorizer = new DirectoryAuthorizer(MakeStore());
        var leave = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":"iam:GetUser","Resource":"*"}]}""";
        var task = new PrincipalSession(Ask.Root()) { IsRootTask = true, Policies = new PassedSessionPolicies { Inline = [new PolicyText(leave)] } };
        var bare = new PrincipalSession(Ask.Root()) { IsRootTask = true };
        var empty = new PrincipalSession(Ask.Root()) { IsRootTask = true, Policies = new PassedSessionPolicies() };

        Assert.True((await authorizer.AskAsync(task, "iam:GetUser")).IsAllowed);
        Assert.Equal(Decision.ExplicitDeny, (await authorizer.AskAsync(task, "docs:Read")).Decision.Decision);
        Assert.False((await authorizer.AskAsync(bare, "iam:GetUser")).IsAllowed);
        Assert.False((await authorizer.AskAsync(empty, "iam:GetUser")).IsAllowed);
    }

    private static PolicyText Text(string action) => new(TestPolicies.Allow(action));

    private static InMemoryDirectoryStore MakeStore() => new DirectoryBuilder().Account(a => a
        .Policy("Limit", TestPolicies.Allow("docs:Read"))
        .User("alice", u => u.Inline("docs", TestPolicies.Allow("docs:Read")))
        .Role("Reader", TestPolicies.Trust(A), r => r.Inline("read", TestPolicies.Allow("docs:Read")).Inline("write", TestPolicies.Allow("docs:Write")))).Build();
}

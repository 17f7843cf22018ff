using IamCore.Authorization;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Testing;

namespace IamCore.Tests.Authorization;

/// <summary>Who is who: kinds of principal, names and ids (ID-059, ID-119, ID-167 to ID-170, ID-224, ST-025).</summary>
public sealed class PrincipalTests
{
    private const string A = Ask.Account;
    private static readonly string Read = TestPolicies.Allow("docs:Read");

    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/team/alice", Decision.Allow, AccessReason.None)]
    [InlineData("arn:aws:iam::123456789012:user/alice", Decision.ImplicitDeny, AccessReason.UnknownPrincipal)] // another path
    [InlineData("arn:aws:iam::123456789012:user/team/Alice", Decision.ImplicitDeny, AccessReason.UnknownPrincipal)] // another letter case
    [InlineData("arn:aws:iam::123456789012:user/bob", Decision.ImplicitDeny, AccessReason.UnknownPrincipal)]
    [InlineData("arn:aws-cn:iam::123456789012:user/team/alice", Decision.ImplicitDeny, AccessReason.UnknownPrincipal)] // another partition
    [InlineData("arn:aws:iam::999999999999:user/team/alice", Decision.ImplicitDeny, AccessReason.UnknownPrincipal)] // another account
    [InlineData("arn:aws:iam::123456789012:role/ops/Reader", Decision.Allow, AccessReason.None)]
    [InlineData("arn:aws:iam::123456789012:role/Reader", Decision.ImplicitDeny, AccessReason.UnknownPrincipal)]
    [InlineData("arn:aws:sts::123456789012:assumed-role/Reader/s1", Decision.Allow, AccessReason.None)]
    [InlineData("arn:aws:sts::123456789012:assumed-role/reader/s1", Decision.ImplicitDeny, AccessReason.UnknownPrincipal)]
    [InlineData("arn:aws:sts::123456789012:federated-user/alice", Decision.ImplicitDeny, AccessReason.UnknownPrincipal)] // no user behind it
    [InlineData("arn:aws:iam::123456789012:root", Decision.Allow, AccessReason.None)]
    [InlineData("arn:aws:iam::999999999999:root", Decision.ImplicitDeny, AccessReason.UnknownPrincipal)]
    [InlineData("*", Decision.ImplicitDeny, AccessReason.None)]
    public async Task Only_who_is_in_the_directory_under_exactly_that_ARN_has_its_policies(string principal, Decision decision, AccessReason reason)
    {
        var store = new DirectoryBuilder().Account(a => a
            .User("alice", u => u.Path("/team/").Inline("docs", Read))
            .Role("Reader", TestPolicies.Trust(A), r => r.Path("/ops/").Inline("docs", Read))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        for (var i = 0; i < 2; i++)
        {
            var result = await authorizer.AuthorizeAsync(principal, "docs:Read", "*");
            Assert.Equal((decision, reason), (result.Decision.Decision, result.Reason));
        }
    }

    [Fact]
    public async Task An_unknown_user_is_refused_even_what_a_resource_grants_everyone()
    {
        var store = new DirectoryBuilder().Account(a => a.User("alice")).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        var everyone = PolicySet.Compile(PolicyDocument.Parse(TestPolicies.AllowTo("*", "docs:Read"), PolicyType.Resource));
        var alice = Ask.Question(Ask.User("alice"), "docs:Read") with { ResourcePolicy = everyone };
        var ghost = Ask.Question(Ask.User("ghost"), "docs:Read") with { ResourcePolicy = everyone };

        Assert.True((await authorizer.AuthorizeAsync(alice)).IsAllowed);
        Assert.Equal(AccessReason.UnknownPrincipal, (await authorizer.AuthorizeAsync(ghost)).Reason);
        await store.RemoveAsync(await store.UserAsync("alice"));
        Assert.Equal(AccessReason.UnknownPrincipal, (await authorizer.AuthorizeAsync(alice)).Reason);
    }

    [Fact]
    public async Task A_user_that_comes_into_being_is_known_at_once()
    {
        var store = new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", Read))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        Assert.Equal(AccessReason.UnknownPrincipal, (await authorizer.AskAsync(Ask.User("bob"), "docs:Read")).Reason);
        await store.PutAsync((await store.UserAsync("alice")) with { Id = "AIDABOB", Name = "bob", Revision = 0 });
        Assert.True((await authorizer.AskAsync(Ask.User("bob"), "docs:Read")).IsAllowed);
    }

    [Fact]
    public async Task A_session_bound_to_the_id_survives_a_renaming_and_not_a_new_user_of_the_name()
    {
        var store = new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", Ask.AllowIf("aws:username", "alicia")))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        var alice = await store.UserAsync("alice");
        var session = new PrincipalSession(Ask.User("alice")) { Entity = alice.Key };
        Assert.False((await authorizer.AskAsync(session, "docs:Read")).IsAllowed);

        await store.PutAsync(alice with { Name = "alicia" });
        Assert.True((await authorizer.AskAsync(session, "docs:Read")).IsAllowed);
        Assert.Equal("arn:aws:iam::123456789012:user/alicia", (await authorizer.ExplainAsync(Ask.Question(session, "docs:Read"))).Principal.Text);

        await store.RemoveAsync(await store.UserAsync("alicia"));
        await store.PutAsync(alice with { Id = "AIDANEW", Name = "alicia", Revision = 0 });
        Assert.Equal(AccessReason.UnknownPrincipal, (await authorizer.AskAsync(session, "docs:Read")).Reason);
        Assert.True((await authorizer.AskAsync(Ask.User("alicia"), "docs:Read")).IsAllowed);
    }

    [Fact]
    public async Task A_session_of_a_deleted_role_is_not_revived_by_a_new_role_of_the_name()
    {
        var store = new DirectoryBuilder().Account(a => a.Role("Reader", TestPolicies.Trust(A), r => r.Inline("docs", Read))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        var role = await store.RoleAsync("Reader");
        var session = new PrincipalSession(Principal.Parse($"arn:aws:sts::{A}:assumed-role/Reader/s")) { Entity = role.Key };
        Assert.True((await authorizer.AskAsync(session, "docs:Read")).IsAllowed);
        await store.RemoveAsync(role);
        await store.PutAsync(role with { Id = "AROANEW", Revision = 0 });
        Assert.Equal(AccessReason.UnknownPrincipal, (await authorizer.AskAsync(session, "docs:Read")).Reason); // ID-119
    }

    [Fact]
    public async Task A_session_bound_to_something_that_is_not_its_principals_is_unknown()
    {
        var store = new DirectoryBuilder().Account(a => a
            .User("alice", u => u.Inline("all", TestPolicies.AllowAll))
            .Role("Reader", TestPolicies.Trust(A), r => r.Inline("all", TestPolicies.AllowAll))).Account("222222222222").Build();
        using var authorizer = new DirectoryAuthorizer(store);
        var (alice, role) = (await store.UserAsync("alice"), await store.RoleAsync("Reader"));
        PrincipalSession[] wrong =
        [
            new(Ask.User("alice")) { Entity = role.Key },
            new(Principal.Parse($"arn:aws:sts::{A}:assumed-role/Reader/s")) { Entity = alice.Key },
            new(Principal.Parse($"arn:aws:sts::{A}:assumed-role/Other/s")) { Entity = role.Key },
            new(Principal.Parse($"arn:aws:iam::{A}:root")) { Entity = alice.Key },
            new(Ask.User("alice", "222222222222")) { Entity = alice.Key },
            new(Principal.Parse($"arn:aws:sts::{A}:federated-user/f")) { Entity = new ObjectKey(ObjectKind.Account, "222222222222") },
        ];
        foreach (var session in wrong)
        {
            for (var i = 0; i < 2; i++)
            {
                Assert.Equal(AccessReason.UnknownPrincipal, (await authorizer.AskAsync(session, "docs:Read")).Reason);
            }
        }
    }

    [Theory]
    [InlineData("user", "AIDA")]
    [InlineData("role", "AROA")]
    public async Task A_stored_trust_policy_in_id_form_follows_the_object_and_not_the_name(string kind, string prefix)
    {
        // ID-167, ID-168: the trust policy names the unique id.
        var first = new DirectoryBuilder().Account(a => a
            .User("caller", u => u.Inline("sts", TestPolicies.Allow("sts:AssumeRole")))
            .Role("caller", TestPolicies.Trust(A), r => r.Inline("sts", TestPolicies.Allow("sts:AssumeRole")))
            .Role("Target", TestPolicies.Trust(A))).Build();
        IamEntity caller = kind == "user" ? await first.UserAsync("caller") : await first.RoleAsync("caller");
        Assert.StartsWith(prefix, caller.Id, StringComparison.Ordinal);
        await first.PutAsync((await first.RoleAsync("Target")) with { TrustPolicy = new PolicyText(TestPolicies.Trust(caller.Id)) });
        using var authorizer = new DirectoryAuthorizer(first);
        var principal = kind == "user" ? Ask.User("caller") : Principal.Parse($"arn:aws:sts::{A}:assumed-role/caller/s");
        var question = Ask.Question(principal, "sts:AssumeRole", $"arn:aws:iam::{A}:role/Target");
        Assert.True((await authorizer.AuthorizeAsync(question)).IsAllowed);

        await first.RemoveAsync(caller);
        DirectoryObject again = kind == "user"
            ? (IamUser)caller with { Id = "AIDANEWONE", Revision = 0 }
            : (IamRole)caller with { Id = "AROANEWONE", Revision = 0 };
        await first.PutAsync(again);

        var result = await authorizer.AuthorizeAsync(question);
        Assert.Equal((Decision.ImplicitDeny, PolicyTypes.Trust), (result.Decision.Decision, result.Decision.DeniedBy));
    }

    [Fact]
    public async Task A_deny_on_a_users_id_reaches_its_federated_sessions()
    {
        // ID-167: such a session has no aws:userid of the user, so the id is handed over as the current ARN (PL-056).
        var store = new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", Read))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        var alice = await store.UserAsync("alice");
        var session = new PrincipalSession(Principal.Parse($"arn:aws:sts::{A}:federated-user/guest"))
        {
            Entity = alice.Key,
            Policies = new PassedSessionPolicies { Inline = [new PolicyText(TestPolicies.AllowAll)] },
        };
        var deny = PolicySet.Compile(PolicyDocument.Parse(TestPolicies.DenyTo(alice.Id, "docs:Read"), PolicyType.Resource));
        var question = Ask.Question(session, "docs:Read");

        Assert.Equal(Decision.Allow, (await authorizer.AuthorizeAsync(question)).Decision.Decision);
        Assert.Equal(Decision.ExplicitDeny, (await authorizer.AuthorizeAsync(question with { ResourcePolicy = deny })).Decision.Decision);
        Assert.Equal(Decision.ExplicitDeny, (await authorizer.ExplainAsync(question with { ResourcePolicy = deny })).Result.Decision.Decision);
    }

    [Theory]
    [InlineData(AccountStatus.Active, true)]
    [InlineData(AccountStatus.Suspended, false)]
    [InlineData(AccountStatus.Closed, false)]
    [InlineData(AccountStatus.Unknown, false)]
    public async Task Nobody_of_an_account_that_is_not_active_is_allowed_anything(AccountStatus status, bool isAllowed)
    {
        // ID-025, ID-026
        var store = new DirectoryBuilder().Account(a => a.With(x => x with { Status = status })
            .User("alice", u => u.Attach("AdministratorAccess"))
            .Role("Reader", TestPolicies.Trust(A), r => r.Attach("AdministratorAccess"))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        foreach (var principal in (string[])[$"arn:aws:iam::{A}:root", $"arn:aws:iam::{A}:user/alice", $"arn:aws:sts::{A}:assumed-role/Reader/s"])
        {
            var result = await authorizer.AuthorizeAsync(principal, "docs:Read", "*");
            Assert.Equal((isAllowed, isAllowed ? AccessReason.None : AccessReason.AccountNotActive), (result.IsAllowed, result.Reason));
        }
    }

    [Fact]
    public async Task A_service_and_an_anonymous_caller_are_decided_by_the_resource_and_its_RCPs_alone()
    {
        var store = new DirectoryBuilder()
            .Organization("999999999999", o => o
                .ResourceControlPolicy("Shield", """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"docs:Delete","Resource":"*"}]}""")
                .AttachResourceControl("Shield"))
            .Account(a => a.Under("Root")).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        var grant = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"mail.example.com"},"Action":"docs:*","Resource":"*"}]}""";
        var policy = PolicySet.Compile(PolicyDocument.Parse(grant, PolicyType.Resource));
        var resource = $"arn:app:docs::{A}:document/1";
        var service = Principal.Service("mail.example.com");
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(Decision.Allow, await DecideAsync(service, "docs:Read"));
            Assert.Equal(Decision.ExplicitDeny, await DecideAsync(service, "docs:Delete"));
            Assert.Equal(Decision.ImplicitDeny, await DecideAsync(Principal.Anonymous, "docs:Read"));
        }

        async Task<Decision> DecideAsync(Principal principal, string action) =>
            (await authorizer.AuthorizeAsync(Ask.Question(principal, action, resource) with { ResourcePolicy = policy })).Decision.Decision;
    }
}

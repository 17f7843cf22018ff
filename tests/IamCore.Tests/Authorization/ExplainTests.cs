using IamCore.Authorization;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;

namespace IamCore.Tests.Authorization;

public sealed class ExplainTests
{
    private const string A = Ask.Account;
    private const string Rcp = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"docs:Never","Resource":"*"}]}""";
    private static readonly string Read = TestPolicies.Allow("docs:Read");

    [Fact]
    public async Task The_trace_names_where_each_policy_came_from()
    {
        using var authorizer = new DirectoryAuthorizer(MakeStore());
        var explained = await authorizer.ExplainAsync(Ask.Question(Ask.User("alice"), "docs:Read", $"arn:app:docs::{A}:document/1"));

        Assert.True(explained.IsAllowed);
        var places = explained.Explanation!.Statements.Select(s => $"{s.Statement.Type}: {s.Statement.Policy} from {s.Statement.Origin}");
        Assert.Equal(
            [
                "Identity: own from user alice",
                "Identity: Docs from user alice",
                "Identity: docs from group Developers",
                "Identity: Docs from group Developers",
                "Identity: Docs from group Writers",
                "PermissionsBoundary: Limit from permissions boundary",
                "ServiceControl: p-FullAWSAccess from organization root Root",
                "ServiceControl: Guard from organizational unit Team",
                "ServiceControl: p-FullAWSAccess from account Account 123456789012",
                "ResourceControl: Shield from organization root Root",
            ],
            places);
        Assert.Equal(
            ["user alice", "user alice", "group Developers", "group Developers", "group Writers"],
            explained.Explanation.Matched.Select(m => m.Origin));
    }

    [Fact]
    public async Task The_trace_of_a_session_names_role_trust_and_session_policies()
    {
        using var authorizer = new DirectoryAuthorizer(MakeStore());
        var session = new PrincipalSession(Principal.Parse($"arn:aws:sts::{A}:assumed-role/Reader/s"))
        {
            Policies = new PassedSessionPolicies { Inline = [new PolicyText(TestPolicies.AllowAll)] },
        };
        var explained = await authorizer.ExplainAsync(Ask.Question(session, "sts:AssumeRole", $"arn:aws:iam::{A}:role/Reader"));
        Assert.Equal(
            ["Identity from role Reader", "Session from session", "Trust from role Reader"],
            explained.Explanation!.Statements.Where(s => s.Statement.Type is PolicyType.Identity or PolicyType.Session or PolicyType.Trust)
                .Select(s => $"{s.Statement.Type} from {s.Statement.Origin}"));
    }

    [Theory]
    [InlineData("docs:Read", Decision.Allow)]
    [InlineData("docs:Write", Decision.ImplicitDeny)]
    [InlineData("docs:Never", Decision.ExplicitDeny)]
    public async Task Explains_the_same_decision_as_is_made(string action, Decision decision)
    {
        using var authorizer = new DirectoryAuthorizer(MakeStore());
        var question = Ask.Question(Ask.User("alice"), action, $"arn:app:docs::{A}:document/1");
        var made = await authorizer.AuthorizeAsync(question);
        Assert.Equal(decision, made.Decision.Decision);
        Assert.Equal(made, (await authorizer.ExplainAsync(question)).Result);
    }

    [Fact]
    public async Task Explains_that_a_principal_is_not_known()
    {
        using var authorizer = new DirectoryAuthorizer(MakeStore());
        var explained = await authorizer.ExplainAsync(Ask.Question(Ask.User("ghost"), "docs:Read"));
        Assert.Null(explained.Explanation);
        Assert.Equal(AccessReason.UnknownPrincipal, explained.Result.Reason);
    }

    [Fact]
    public async Task Missing_context_keys_are_those_that_nobody_supplied()
    {
        var store = new DirectoryBuilder().Account(a => a.User("alice", u => u.Tag("team", "red").Inline("docs", """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"docs:Owner":"x","aws:PrincipalTag/team":"red"}}}]}
            """))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        Assert.Equal(["docs:owner"], (await authorizer.ExplainAsync(Ask.Question(Ask.User("alice"), "docs:Read"))).Explanation!.MissingContext);
    }

    private static InMemoryDirectoryStore MakeStore() => new DirectoryBuilder()
        .Organization("999999999999", o => o
            .ServiceControlPolicy("Guard", TestPolicies.AllowAll).ResourceControlPolicy("Shield", Rcp)
            .AttachServiceControl("FullAWSAccess").AttachResourceControl("Shield")
            .Unit("Team", ["Guard"]))
        .Account(a => a.Under("Team", "FullAWSAccess")
            .Policy("Docs", Read).Policy("Limit", TestPolicies.Allow("docs:*"))
            .Group("Developers", g => g.Inline("docs", Read).Attach("Docs"))
            .Group("Writers", g => g.Attach("Docs"))
            .Group("Silent")
            .User("alice", u => u.In("Developers", "Silent", "Writers").Inline("own", Read).Attach("Docs").Boundary("Limit"))
            .Role("Reader", TestPolicies.Trust(A), r => r.Inline("docs", Read))).Build();
}

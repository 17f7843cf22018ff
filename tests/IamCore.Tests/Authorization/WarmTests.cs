using System.Diagnostics;
using IamCore.Authorization;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;
using IamCore.Tests.Isolation;

namespace IamCore.Tests.Authorization;

/// <summary>A decision about a cached principal: synchronous, without allocation, shared by nobody else.</summary>
[Collection(nameof(Alone))]
public sealed class WarmTests
{
    private const string A = Ask.Account;

    public static TheoryData<string> Kinds => ["user", "role session", "session object", "root", "service", "trust", "cross-account", "denied", "unmatched", "conditions"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Completes_synchronously_and_allocates_nothing(string kind)
    {
        using var authorizer = new DirectoryAuthorizer(await MakeStoreAsync());
        var question = QuestionOf(kind);
        await authorizer.AuthorizeAsync(question);

        // The first calls run code that is not optimized yet, which boxes here and there; that ends when the runtime gets round to it.
        var least = long.MaxValue;
        var waited = Stopwatch.StartNew();
        while (least > 0 && waited.Elapsed < TimeSpan.FromSeconds(30))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                _ = AnswerAtOnce(authorizer, in question);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public async Task Two_authorizers_share_nothing()
    {
        var (left, right) = (
            new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", TestPolicies.AllowAll))).Build(),
            new DirectoryBuilder().Account(a => a.User("alice", u => u.Inline("docs", TestPolicies.DenyAll))).Build());
        using var first = new DirectoryAuthorizer(left);
        using var second = new DirectoryAuthorizer(right);
        var session = new PrincipalSession(Ask.User("alice"));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Decision.Allow, (await first.AskAsync(session, "docs:Read")).Decision.Decision);
            Assert.Equal(Decision.ExplicitDeny, (await second.AskAsync(session, "docs:Read")).Decision.Decision);
            Assert.Equal(Decision.Allow, await first.DecideAsync(Ask.User("alice"), "docs:Read"));
            Assert.Equal(Decision.ExplicitDeny, await second.DecideAsync(Ask.User("alice"), "docs:Read"));
        }

        second.Dispose();
        Assert.Equal(Decision.Allow, await first.DecideAsync(Ask.User("alice"), "docs:Read"));
        Assert.Equal(1, first.LastAccessed.Count);
    }

    [Fact]
    public async Task Keeps_no_more_principals_than_allowed_and_stays_right()
    {
        var store = new DirectoryBuilder().Account(a =>
        {
            for (var i = 0; i < 200; i++)
            {
                a.User($"user{i}", u => u.Inline("docs", TestPolicies.Allow("docs:Read", $"arn:app:docs:::document/{u.GetHashCode()}"))).User($"reader{i}", u => u.Inline("docs", TestPolicies.Allow("docs:Read")));
            }
        }).Build();
        using var factory = new TestMeterFactory();
        using var meters = new MetricReader(factory);
        using var authorizer = new DirectoryAuthorizer(store, new() { Authorizer = new() { MaxCachedPrincipals = 50 }, MeterFactory = factory });
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 200; i++)
            {
                Assert.Equal(Decision.ImplicitDeny, await authorizer.DecideAsync(Ask.User($"user{i}"), "docs:Read"));
                Assert.Equal(Decision.Allow, await authorizer.DecideAsync(Ask.User($"reader{i}"), "docs:Read"));
            }
        }

        Assert.InRange(meters.Observe("iamcore.principals.cached"), 1, 50);
    }

    private static AccessResult AnswerAtOnce(DirectoryAuthorizer authorizer, in AccessQuestion question)
    {
        var answer = authorizer.AuthorizeAsync(in question);
        if (!answer.IsCompletedSuccessfully)
        {
            Assert.Fail("The answer did not come synchronously");
        }

        return answer.IsCompletedSuccessfully ? answer.Result : default;
    }

    private static AccessQuestion QuestionOf(string kind)
    {
        var context = new RequestContext { ["docs:Owner"] = "alice", ["aws:SourceIp"] = "203.0.113.7" };
        var document = $"arn:app:docs::{A}:document/1";
        var open = PolicySet.Compile(PolicyDocument.Parse(TestPolicies.AllowTo("*", "docs:Read"), PolicyType.Resource));
        return kind switch
        {
            "user" => Ask.Question(Ask.User("alice"), "docs:Read", document),
            "role session" => Ask.Question(Principal.Parse($"arn:aws:sts::{A}:assumed-role/Reader/s"), "docs:Read", document),
            "session object" => Ask.Question(new PrincipalSession(Principal.Parse($"arn:aws:sts::{A}:assumed-role/Reader/s"))
            {
                Policies = new PassedSessionPolicies { Inline = [new PolicyText(TestPolicies.AllowAll)] }, Tags = [new Tag("a", "b")], Keys = [],
            }, "docs:Read", document),
            "root" => Ask.Question(Ask.Root(), "docs:Read", document),
            "service" => Ask.Question(Principal.Service("mail.example.com"), "docs:Read", document) with { ResourcePolicy = open },
            "trust" => Ask.Question(Ask.User("alice"), "sts:AssumeRole", $"arn:aws:iam::{A}:role/Reader"),
            "cross-account" => Ask.Question(Ask.User("alice"), "docs:Read", "arn:app:docs::222222222222:document/1") with { ResourcePolicy = open },
            "denied" => Ask.Question(Ask.User("alice"), "docs:Delete", document),
            "unmatched" => Ask.Question(Ask.User("alice"), "docs:Nothing", document),
            _ => Ask.Question(Ask.User("alice"), "docs:Guarded", document, context),
        };
    }

    private static async Task<IDirectoryStore> MakeStoreAsync()
    {
        var store = new DirectoryBuilder()
            .Organization("999999999999", o => o.AttachServiceControl("FullAWSAccess").Unit("Team", ["FullAWSAccess"]))
            .Account(a => a.Under("Team", "FullAWSAccess")
                .Policy("Limit", TestPolicies.AllowAll)
                .Group("Developers", g => g.Inline("read", TestPolicies.Allow("docs:Read")).Inline("no", TestPolicies.Deny("docs:Delete")))
                .User("alice", u => u.In("Developers").Boundary("Limit").Tag("team", "red").Inline("guarded", """
                    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Guarded","Resource":"arn:app:docs::*:document/*","Condition":{
                     "StringEquals":{"aws:PrincipalTag/team":"red","docs:Owner":"${aws:username}"},"IpAddress":{"aws:SourceIp":"203.0.113.0/24"},
                     "StringLike":{"aws:userid":"AIDA*","aws:PrincipalOrgID":"o-*"},"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-*/r-*"}}}]}
                    """))
                .Role("Reader", TestPolicies.Trust(A), r => r.Inline("read", TestPolicies.Allow("docs:Read"))))
            .Account("222222222222").Build();
        using var authorizer = new DirectoryAuthorizer(store);
        var context = new RequestContext { ["docs:Owner"] = "alice", ["aws:SourceIp"] = "203.0.113.7" };
        Assert.True((await authorizer.AskAsync(Ask.User("alice"), "docs:Guarded", $"arn:app:docs::{A}:document/1", context)).IsAllowed);
        return store;
    }
}

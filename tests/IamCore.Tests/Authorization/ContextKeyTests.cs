using IamCore.Authorization;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;

namespace IamCore.Tests.Authorization;

/// <summary>The context keys that the authorizer answers (ID-023, ID-079, ST-025, ST-027).</summary>
public sealed class ContextKeyTests
{
    private const string A = Ask.Account;
    private const string Member = "111111111111";
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("user", "aws:userid", "{user}")]
    [InlineData("user", "aws:username", "alice")]
    [InlineData("user", "aws:PrincipalTag/team", "red")]
    [InlineData("user", "aws:PrincipalTag/TEAM", "red")]
    [InlineData("user", "aws:PrincipalArn", "arn:aws:iam::111111111111:user/alice")]
    [InlineData("user", "aws:PrincipalAccount", "111111111111")]
    [InlineData("user", "aws:PrincipalType", "User")]
    [InlineData("user", "aws:PrincipalOrgID", "{org}")]
    [InlineData("user", "aws:ResourceOrgID", "{org}")]
    [InlineData("user", "aws:ResourceAccount", "111111111111")]
    [InlineData("user", "aws:CurrentTime", "2026-01-31T09:30:00Z")]
    [InlineData("role", "aws:userid", "{role}")]
    [InlineData("session", "aws:userid", "{role}:s1")]
    [InlineData("session", "aws:PrincipalArn", "arn:aws:iam::111111111111:role/ops/Reader")]
    [InlineData("session", "aws:PrincipalTag/team", "blue")]
    [InlineData("session", "aws:MultiFactorAuthPresent", "false")]
    [InlineData("root", "aws:userid", "111111111111")]
    [InlineData("root", "aws:PrincipalType", "Account")]
    [InlineData("federated", "aws:userid", "111111111111:guest")]
    [InlineData("federated", "aws:PrincipalTag/team", "red")]
    [InlineData("standalone", "aws:PrincipalAccount", A)]
    public async Task A_question_has_the_keys_of_its_principal(string who, string key, string value)
    {
        using var bench = await Bench.MakeAsync();
        Assert.Equal(bench.Fill(value), await bench.ValueAsync(who, key));
    }

    [Theory]
    [InlineData("user", "aws:PrincipalTag/other")]
    [InlineData("user", "aws:TokenIssueTime")]
    [InlineData("user", "aws:MultiFactorAuthPresent")]
    [InlineData("root", "aws:PrincipalTag/team")]
    [InlineData("root", "aws:username")]
    [InlineData("session", "aws:username")]
    [InlineData("standalone", "aws:PrincipalOrgID")]
    [InlineData("standalone", "aws:PrincipalOrgPaths")]
    [InlineData("standalone", "aws:ResourceOrgID")]
    public async Task Keys_that_a_principal_does_not_have_are_absent(string who, string key)
    {
        using var bench = await Bench.MakeAsync();
        Assert.Null(await bench.ValueAsync(who, key));
    }

    [Theory]
    [InlineData("aws:PrincipalOrgPaths")]
    [InlineData("aws:ResourceOrgPaths")]
    public async Task Organization_paths_are_one_path_in_a_list(string key)
    {
        using var bench = await Bench.MakeAsync();
        var value = await bench.FindAsync("user", key);
        Assert.True(value.IsMultivalued);
        Assert.Equal([bench.Fill("{org}/r-root/{unit}/")], value.Values.ToArray());
    }

    [Theory]
    [InlineData("user", "aws:userid")]
    [InlineData("user", "aws:PrincipalTag/team")]
    [InlineData("user", "aws:PrincipalTag/other")]
    [InlineData("user", "aws:PrincipalOrgID")]
    [InlineData("user", "aws:ResourceOrgID")]
    [InlineData("standalone", "aws:PrincipalOrgID")]
    [InlineData("standalone", "aws:ResourceOrgPaths")]
    [InlineData("session", "aws:userid")]
    [InlineData("root", "aws:userid")]
    [InlineData("root", "aws:PrincipalTag/team")]
    [InlineData("federated", "aws:userid")]
    public async Task A_host_cannot_override_what_the_directory_knows(string who, string key)
    {
        using var bench = await Bench.MakeAsync();
        var without = await bench.FindAsync(who, key);
        Assert.Equal(without, await bench.FindAsync(who, key, new RequestContext { [key] = "forged" }));
    }

    [Theory]
    [InlineData("aws:PrincipalArn")]
    [InlineData("aws:username")]
    [InlineData("aws:PrincipalAccount")]
    [InlineData("aws:ResourceAccount")]
    [InlineData("aws:CurrentTime")]
    public async Task A_host_that_contradicts_a_derived_key_is_told_so(string key)
    {
        using var bench = await Bench.MakeAsync();
        await Assert.ThrowsAsync<RequestFormatException>(() => bench.FindAsync("user", key, new RequestContext { [key] = "forged" }));
    }

    [Theory]
    [InlineData("user", "aws:SourceIp", "203.0.113.7")]
    [InlineData("user", "aws:ResourceTag/team", "red")]
    [InlineData("user", "aws:MultiFactorAuthPresent", "true")]
    [InlineData("user", "aws:TokenIssueTime", "2026-01-01T00:00:00Z")]
    [InlineData("anonymous", "aws:PrincipalTag/team", "red")]
    public async Task The_host_is_asked_for_the_rest(string who, string key, string value)
    {
        using var bench = await Bench.MakeAsync();
        Assert.Equal(value, (await bench.FindAsync(who, key, new RequestContext { [key] = value })).Text);
    }

    [Fact]
    public async Task What_only_a_session_can_know_comes_from_it_alone()
    {
        using var bench = await Bench.MakeAsync();
        var session = new PrincipalSession(Ask.User("alice", Member))
        {
            Keys = new RequestContext { ["aws:TokenIssueTime"] = "2026-01-31T09:00:00.000Z", ["saml:sub"] = "s" },
            MultiFactorTime = Now - TimeSpan.FromSeconds(90.9),
        };
        var forged = new RequestContext
        {
            ["aws:TokenIssueTime"] = "2030-01-01T00:00:00Z",
            ["aws:SourceIdentity"] = "forged",
            ["aws:FederatedProvider"] = "forged",
            ["aws:MultiFactorAuthAge"] = 1,
            ["saml:sub"] = "forged",
            ["saml:iss"] = "host",
        };
        Assert.Equal("2026-01-31T09:00:00.000Z", (await bench.FindAsync(session, "aws:TokenIssueTime", forged)).Text);
        Assert.Equal("true", (await bench.FindAsync(session, "aws:MultiFactorAuthPresent", forged)).Text);
        Assert.Equal("90", (await bench.FindAsync(session, "aws:MultiFactorAuthAge", forged)).Text); // ST-029: whole seconds, truncated
        Assert.True((await bench.FindAsync(session, "aws:SourceIdentity", forged)).IsAbsent);
        Assert.True((await bench.FindAsync(session, "aws:FederatedProvider", forged)).IsAbsent);
        Assert.Equal("s", (await bench.FindAsync(session, "saml:sub", forged)).Text);
        Assert.True((await bench.FindAsync(session, "saml:iss", forged)).IsAbsent);
    }

    [Theory]
    [InlineData("Heart", "1")]
    [InlineData("Star", "9")]
    [InlineData("team", "session")]
    public async Task Session_tags_override_the_entitys_whatever_the_letter_case(string key, string value)
    {
        // ST-024
        using var bench = await Bench.MakeAsync();
        var session = new PrincipalSession(Principal.Parse($"arn:aws:sts::{Member}:assumed-role/Reader/s1"))
        {
            Tags = [new Tag("STAR", "9"), new Tag("TEAM", "session")],
        };
        Assert.Equal(value, (await bench.FindAsync(session, $"aws:PrincipalTag/{key}", null)).Text);
    }

    [Fact]
    public async Task A_key_is_asked_of_the_host_only_when_a_statement_needs_it_and_once()
    {
        var store = new DirectoryBuilder().Account(a => a.User("alice", u => u
            .Inline("docs", """
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Action":"docs:Read","Resource":"*","Condition":{"StringEquals":{"docs:Owner":"alice"},"StringLike":{"docs:Owner":"a*"}}},
                 {"Effect":"Allow","Action":"docs:Write","Resource":"*","Condition":{"StringEquals":{"docs:State":"draft"}}}]}
                """))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        var context = new RecordingContext();

        Assert.True((await authorizer.AskAsync(Ask.User("alice"), "docs:Read", context: context)).IsAllowed);
        Assert.Equal(["docs:owner"], context.Asked);
    }

    [Fact]
    public async Task A_question_asked_inside_a_contexts_answer_gets_its_own_context()
    {
        var store = new DirectoryBuilder().Account(a => a
            .User("alice", u => u.Tag("team", "red").Inline("docs", """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"*",
                 "Condition":{"StringEquals":{"docs:Parent":"yes"},"StringLike":{"aws:PrincipalTag/team":"red"}}}]}
                """))
            .User("bob", u => u.Tag("team", "blue").Inline("docs", Ask.AllowIf("aws:PrincipalTag/team", "blue")))).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        await authorizer.AskAsync(Ask.User("bob"), "docs:Parent");

        Assert.True((await authorizer.AskAsync(Ask.User("alice"), "docs:Read", context: new NestedContext(authorizer))).IsAllowed);
    }

    private sealed class NestedContext(IAuthorizer authorizer) : IRequestContext
    {
        public ContextValue Find(ContextKey key)
        {
            var inner = authorizer.AuthorizeAsync(Ask.Question(Ask.User("bob"), "docs:Parent"));
            return key.Name == "docs:parent" && inner.IsCompletedSuccessfully && inner.Result.IsAllowed ? ContextValue.From("yes") : default;
        }
    }

    private sealed class RecordingContext : IRequestContext
    {
        public List<string> Asked { get; } = [];

        public ContextValue Find(ContextKey key)
        {
            Asked.Add(key.Name);
            return key.Name == "docs:owner" ? ContextValue.From("alice") : default;
        }
    }

    /// <summary>A directory whose principals all carry a policy that asks for one key, so that an explanation shows its value.</summary>
    private sealed class Bench : IDisposable
    {
        private readonly InMemoryDirectoryStore _store;
        private readonly Dictionary<string, string> _ids;
        private readonly DirectoryAuthorizer _authorizer;

        private Bench(InMemoryDirectoryStore store, Dictionary<string, string> ids)
        {
            _store = store;
            _ids = ids;
            _authorizer = new DirectoryAuthorizer(store, new() { TimeProvider = new FakeTimeProvider(Now) });
        }

        public static async Task<Bench> MakeAsync()
        {
            var store = new DirectoryBuilder()
                .Organization("999999999999", o => o.AttachServiceControl("FullAWSAccess").Unit("Team", ["FullAWSAccess"]))
                .Account(Member, a => a.Under("Team", "FullAWSAccess")
                    .User("alice", u => u.Tag("Team", "red"))
                    .Role("Reader", TestPolicies.Trust(A), r => r.Path("/ops/").Tag("team", "blue").Tag("Heart", "1").Tag("Star", "3")))
                .Account(A, a => a.User("alice")).Build();
            var graph = await store.LoadAsync([ObjectLocator.ByKey(ObjectKind.Account, Member)], CancellationToken.None);
            return new Bench(store, new Dictionary<string, string>
            {
                ["{user}"] = (await store.UserAsync("alice", Member)).Id,
                ["{role}"] = (await store.RoleAsync("Reader", Member)).Id,
                ["{org}"] = graph.Objects.OfType<Organization>().Single().Id,
                ["{unit}"] = graph.Objects.OfType<OrganizationalUnit>().Single().Id,
            });
        }

        public string Fill(string text) => _ids.Aggregate(text, (t, id) => t.Replace(id.Key, id.Value, StringComparison.Ordinal));

        public async Task<string?> ValueAsync(string who, string key) => (await FindAsync(who, key)).Text;

        public Task<ContextValue> FindAsync(string who, string key, RequestContext? context = null) => FindAsync(SessionOf(who), key, context);

        public async Task<ContextValue> FindAsync(PrincipalSession session, string key, RequestContext? context)
        {
            var asking = PolicySet.Compile(PolicyDocument.Parse(
                $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition": { "StringLike": { "{{key}}":"*" } } }]}""",
                PolicyType.Resource));
            var account = session.Principal.Account.IsNone ? A : session.Principal.Account.ToString();
            var question = Ask.Question(session, "docs:Read", $"arn:app:docs::{account}:document/1", context) with { ResourcePolicy = asking };
            var explained = await _authorizer.ExplainAsync(question);
            var value = explained.Explanation!.Statements.Single(s => s.Statement.Type == PolicyType.Resource).Conditions.Single().RequestValue;
            var decided = await _authorizer.AuthorizeAsync(question);
            Assert.Equal((!value.IsAbsent && !value.IsMultivalued) || session.Principal.Kind == PrincipalKind.RootUser, decided.IsAllowed);
            return value;
        }

        public void Dispose() => _authorizer.Dispose();

        private PrincipalSession SessionOf(string who) => who switch
        {
            "user" => new(Ask.User("alice", Member)),
            "standalone" => new(Ask.User("alice")),
            "role" => new(Principal.Parse($"arn:aws:iam::{Member}:role/ops/Reader")),
            "session" => new(Principal.Parse($"arn:aws:sts::{Member}:assumed-role/Reader/s1")),
            "root" => new(Ask.Root(Member)),
            "federated" => new(Principal.FederatedUser($"arn:aws:sts::{Member}:federated-user/guest", $"arn:aws:iam::{Member}:user/alice")),
            "anonymous" => new(Principal.Anonymous),
            _ => throw new ArgumentException(who, nameof(who)),
        };
    }
}

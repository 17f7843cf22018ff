using IamCore.Authorization;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;

namespace IamCore.Tests.Authorization;

/// <summary>Who can, what can, and what if (ID-268).</summary>
public sealed class SimulatorTests
{
    private const string A = Ask.Account;
    private static readonly ActionName Read = ActionName.Parse("docs:Read");

    [Fact]
    public async Task Who_can_are_the_users_and_roles_that_would_be_allowed_with_the_statements_that_grant()
    {
        var store = MakeStore();
        using var authorizer = new DirectoryAuthorizer(store);
        var simulator = new AccessSimulator(authorizer, store);
        var found = new List<AccessExplanation>();
        await foreach (var who in simulator.WhoCanAsync(AccountId.Parse(A), Read, ResourceName.None))
        {
            found.Add(who);
        }

        Assert.Equal(
            [$"arn:aws:iam::{A}:user/alice", $"arn:aws:iam::{A}:user/team/carol", $"arn:aws:iam::{A}:role/Reader"],
            found.Select(f => f.Principal.Text));
        Assert.Equal(["group Developers", "user carol", "role Reader"], found.Select(f => f.Explanation!.Matched.Single().Origin));
        Assert.Equal(0, authorizer.LastAccessed.Count);
    }

    [Fact]
    public async Task Who_can_finds_all_of_more_users_than_one_page()
    {
        var store = new DirectoryBuilder().Account(a =>
        {
            a.Group("Developers", g => g.Inline("docs", TestPolicies.Allow("docs:Read")));
            for (var i = 0; i < 2100; i++)
            {
                a.User($"user{i:0000}", u => u.In(i % 3 == 0 ? ["Developers"] : []));
            }
        }).Build();
        using var authorizer = new DirectoryAuthorizer(store);
        var count = 0;
        await foreach (var _ in new AccessSimulator(authorizer, store).WhoCanAsync(AccountId.Parse(A), Read, ResourceName.None))
        {
            count++;
        }

        Assert.Equal(700, count);
    }

    [Fact]
    public async Task What_can_are_the_questions_that_would_be_allowed()
    {
        var store = MakeStore();
        using var authorizer = new DirectoryAuthorizer(store);
        var questions = from action in (string[])["docs:Read", "docs:Write", "docs:List"]
                        from document in (int[])[1, 2]
                        select Ask.Question(Ask.User("dave"), action, $"arn:app:docs::{A}:document/{document}");
        var allowed = new List<string>();
        await foreach (var what in new AccessSimulator(authorizer, store).WhatCanAsync(questions))
        {
            allowed.Add(string.Join(",", what.Explanation!.Matched));
        }

        Assert.Equal(["some#read", "some#list", "some#list"], allowed);
    }

    [Fact]
    public async Task What_if_the_policies_were_others()
    {
        var store = MakeStore();
        using var authorizer = new DirectoryAuthorizer(store);
        var simulator = new AccessSimulator(authorizer, store);
        var question = Ask.Question(Ask.User("bob"), "docs:Read");
        var grant = PolicySet.Compile(PolicyDocument.Parse(TestPolicies.Allow("docs:Read"), PolicyType.Identity));
        var limit = PolicySet.Compile(PolicyDocument.Parse(TestPolicies.Allow("mail:*"), PolicyType.PermissionsBoundary));

        Assert.False((await simulator.SimulateAsync(question)).IsAllowed);
        Assert.True((await simulator.SimulateAsync(question, p => p with { Identity = [.. p.Identity, grant] })).IsAllowed);
        var limited = await simulator.SimulateAsync(question, p => p with { Identity = [.. p.Identity, grant], PermissionsBoundary = limit });
        Assert.Equal(PolicyTypes.PermissionsBoundary, limited.Result.Decision.DeniedBy);
        Assert.False((await authorizer.AuthorizeAsync(question)).IsAllowed);
    }

    [Fact]
    public async Task Context_keys_are_those_that_the_stored_policies_ask_for()
    {
        var store = MakeStore();
        using var authorizer = new DirectoryAuthorizer(store);
        var simulator = new AccessSimulator(authorizer, store);
        Assert.Equal(["aws:multifactorauthpresent", "aws:username", "docs:owner"], await simulator.FindContextKeysAsync(Ask.User("erin")));
        Assert.Empty(await simulator.FindContextKeysAsync(Ask.User("ghost")));
    }

    private static InMemoryDirectoryStore MakeStore() => new DirectoryBuilder().Account(a => a
        .Group("Developers", g => g.Inline("docs", TestPolicies.Allow("docs:*")))
        .User("alice", u => u.In("Developers"))
        .User("bob")
        .User("carol", u => u.Path("/team/").Inline("docs", TestPolicies.Allow("docs:Read")))
        .User("dave", u => u.Inline("some", $$"""
            {"Version":"2012-10-17","Statement":[{"Sid":"read","Effect":"Allow","Action":"docs:Read","Resource":"arn:app:docs::{{A}}:document/1"},
             {"Sid":"list","Effect":"Allow","Action":"docs:List","Resource":"arn:app:docs::{{A}}:document/*"}]}
            """))
        .User("erin", u => u.Inline("keys", """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"arn:app:docs:::${aws:username}/*",
             "Condition":{"StringEquals":{"docs:Owner":"${aws:username}"},"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}
            """))
        .Role("Reader", TestPolicies.Trust(A), r => r.Inline("docs", TestPolicies.Allow("docs:Read")))).Build();
}

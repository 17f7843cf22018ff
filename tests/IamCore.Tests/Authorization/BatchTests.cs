using IamCore.Authorization;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;

namespace IamCore.Tests.Authorization;

public sealed class BatchTests
{
    [Fact]
    public async Task One_answer_a_question_in_order()
    {
        using var authorizer = new DirectoryAuthorizer(MakeStore());
        var alice = Ask.User("alice");
        AccessQuestion[] questions = [Ask.Question(alice, "docs:Read"), Ask.Question(alice, "docs:Write"), Ask.Question(alice, "docs:Delete"), Ask.Question(alice, "docs:Read")];
        Decision[] expected = [Decision.Allow, Decision.ImplicitDeny, Decision.ExplicitDeny, Decision.Allow];
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(expected, (await authorizer.AuthorizeAllAsync(questions)).Select(r => r.Decision.Decision));
        }

        Assert.Empty(await authorizer.AuthorizeAllAsync(ReadOnlyMemory<AccessQuestion>.Empty));
    }

    [Fact]
    public async Task Questions_of_several_principals_are_not_a_batch()
    {
        using var authorizer = new DirectoryAuthorizer(MakeStore());
        AccessQuestion[] questions = [Ask.Question(Ask.User("alice"), "docs:Read"), Ask.Question(Ask.User("bob"), "docs:Read")];
        await Assert.ThrowsAsync<ArgumentException>(async () => await authorizer.AuthorizeAllAsync(questions));
        await Assert.ThrowsAsync<ArgumentException>(async () => await authorizer.AuthorizeAllAsync(new AccessQuestion[1]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await authorizer.AuthorizeAsync(default(AccessQuestion)));
    }

    [Fact]
    public async Task All_answers_are_of_one_revision_while_a_writer_commits()
    {
        // Each change moves the permission from one action to the other: at every revision exactly one of the two is allowed.
        var store = MakeStore();
        using var authorizer = new DirectoryAuthorizer(store);
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var policy = await store.PolicyAsync("Docs");
                var text = new PolicyText(TestPolicies.Allow(i % 2 == 0 ? "docs:Other" : "docs:Read"));
                await store.PutAsync(policy with { Versions = [new PolicyVersion("v1", text, default)] });
            }
        });
        var alice = Ask.User("alice");
        AccessQuestion[] questions = [Ask.Question(alice, "docs:Read"), Ask.Question(alice, "sts:AssumeRole", $"arn:aws:iam::{Ask.Account}:role/Target"), Ask.Question(alice, "docs:Other")];
        for (var i = 0; i < 2000; i++)
        {
            var results = await authorizer.AuthorizeAllAsync(questions);
            Assert.NotEqual(results[0].IsAllowed, results[2].IsAllowed);
            Assert.Single(results.Select(r => r.Revision).Distinct());
        }

        await stop.CancelAsync();
        await writer;
    }

    private static InMemoryDirectoryStore MakeStore() => new DirectoryBuilder().Account(a => a
        .Policy("Docs", TestPolicies.Allow("docs:Read"))
        .Group("Developers", g => g.Attach("Docs").Inline("no", TestPolicies.Deny("docs:Delete")))
        .User("alice", u => u.In("Developers")).User("bob")
        .Role("Target", TestPolicies.Trust(Ask.Account))).Build();
}

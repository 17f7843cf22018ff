using IamCore.Policies;

namespace IamCore.Testing.Tests;

public sealed class FakeAuthorizerTests
{
    private const string Alice = "arn:aws:iam::123456789012:user/alice";
    private const string Document = "arn:app:docs::123456789012:document/42";

    [Fact]
    public async Task Allows_all_or_denies_all()
    {
        Assert.True((await FakeAuthorizer.AllowAll().AuthorizeAsync(Alice, "docs:Read", Document)).IsAllowed);
        var denied = await FakeAuthorizer.DenyAll().AuthorizeAsync(Alice, "docs:Read", Document);
        Assert.Equal(Decision.ImplicitDeny, denied.Decision.Decision);
    }

    [Theory]
    [InlineData("docs:Read", Document, Decision.Allow)]
    [InlineData("DOCS:read", Document, Decision.Allow)]
    [InlineData("docs:Read", "arn:app:docs::123456789012:document/43", Decision.Allow)]
    [InlineData("docs:Read", "arn:app:docs::123456789012:secret/1", Decision.ExplicitDeny)] // deny beats allow
    [InlineData("docs:Write", Document, Decision.ImplicitDeny)] // nobody speaks of it
    public async Task Answers_by_its_rules(string action, string resource, Decision decision)
    {
        var fake = FakeAuthorizer.DenyAll().Allow("docs:Re?d").Deny("*", "arn:*:secret/*");
        Assert.Equal(decision, (await fake.AuthorizeAsync(Alice, action, resource)).Decision.Decision);
    }

    [Fact]
    public async Task A_rule_can_speak_of_one_principal()
    {
        var fake = FakeAuthorizer.AllowAll().Deny("docs:*", principal: "*:user/alice");
        Assert.Equal(Decision.ExplicitDeny, (await fake.AuthorizeAsync(Alice, "docs:Read", Document)).Decision.Decision);
        Assert.True((await fake.AuthorizeAsync("arn:aws:iam::123456789012:user/bob", "docs:Read", Document)).IsAllowed);
    }

    [Fact]
    public async Task Remembers_what_it_was_asked()
    {
        var fake = FakeAuthorizer.DenyAll().Allow("docs:Read");
        await fake.AuthorizeAsync(Alice, "docs:Read", Document);
        var question = new AccessQuestion(Principal.Parse(Alice), ActionName.Parse("docs:Write"), ResourceName.None);
        await fake.AuthorizeAllAsync(new[] { question, question });

        fake.AssertAsked("docs:Read", Document);
        fake.AssertAsked(2, "docs:Write");
        fake.AssertNotAsked("docs:Delete");
        Assert.Equal([true, false, false], fake.Asked.Select(a => a.Result.IsAllowed));
        fake.Clear();
        fake.AssertNotAsked();
    }

    [Fact]
    public async Task A_failed_assertion_tells_what_was_asked_and_why_it_was_answered_so()
    {
        var fake = FakeAuthorizer.DenyAll().Allow("docs:Read").Deny("docs:Write", principal: "*alice");
        await fake.AuthorizeAsync(Alice, "docs:Read", Document);
        await fake.AuthorizeAsync(Alice, "docs:Write", Document);
        await fake.AuthorizeAsync(Alice, "docs:List", "*");
        var expected = string.Join(
            Environment.NewLine,
            $"Expected a question docs:Delete on {Document}, but it was not asked. Asked was:",
            $"  docs:Read on {Document} by {Alice}: Allow (Allow(\"docs:Read\", \"*\"))",
            $"  docs:Write on {Document} by {Alice}: ExplicitDeny (Deny(\"docs:Write\", \"*\", \"*alice\"))",
            $"  docs:List on * by {Alice}: ImplicitDeny (no rule speaks of it)");

        Assert.Equal(expected, Assert.Throws<FakeAuthorizerException>(() => fake.AssertAsked("docs:Delete", Document)).Message);
        Assert.StartsWith("Expected 2 questions docs:Read on *, but there were 1", Assert.Throws<FakeAuthorizerException>(() => fake.AssertAsked(2, "docs:Read")).Message, StringComparison.Ordinal);
        Assert.Throws<FakeAuthorizerException>(() => fake.AssertNotAsked("docs:Read"));
        Assert.Throws<FakeAuthorizerException>(fake.AssertAllAllowed);
        Assert.EndsWith("  nothing", Assert.Throws<FakeAuthorizerException>(() => FakeAuthorizer.AllowAll().AssertAsked("docs:Read")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_on_demand_as_a_directory_would()
    {
        var fake = FakeAuthorizer.AllowAll().Fail(new IOException("gone"));
        await Assert.ThrowsAsync<IOException>(async () => await fake.AuthorizeAsync(Alice, "docs:Read", Document));
        await Assert.ThrowsAsync<IOException>(async () => await fake.AuthorizeAllAsync(ReadOnlyMemory<AccessQuestion>.Empty));
        await Assert.ThrowsAsync<IOException>(async () => await fake.ExplainAsync(new AccessQuestion(Principal.Anonymous, ActionName.Parse("docs:Read"), default)));
        Assert.True((await fake.Fail(null).AuthorizeAsync(Alice, "docs:Read", Document)).IsAllowed);
    }
}

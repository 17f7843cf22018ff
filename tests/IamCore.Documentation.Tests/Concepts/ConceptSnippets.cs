namespace IamCore.Documentation.Tests.Concepts;

public sealed class ConceptSnippets
{

    [Fact]
    public async Task The_next_decision_sees_a_change()
    {
        using var engine = new IamEngine(new InMemoryDirectoryStore());
        var directory = engine.Directory;
        await directory.Instance.ExecuteAsync(new CreateAccount("Documents", "root@example.com") { AccountId = "123456789012" });

        #region commands
        var account = directory.ForAccount(AccountId.Parse("123456789012"));
        await account.ExecuteAsync(new CreateGroup("Editors"));
        await account.ExecuteAsync(new PutGroupPolicy("Editors", "own-drafts",
            """
            { "Version": "2012-10-17",
              "Statement": { "Effect": "Allow", "Action": "docs:ReadDocument",
                "Resource": "arn:app:docs::123456789012:draft/${aws:username}/*" } }
            """));
        await account.ExecuteAsync(new CreateUser("alice"));
        await account.ExecuteAsync(new AddUserToGroup("Editors", "alice"));
        #endregion

        var authorizer = engine.Authorizer;
        #region asking
        var alice = Principal.Parse("arn:aws:iam::123456789012:user/alice");
        var read = ActionName.Parse("docs:ReadDocument");
        var draft = ResourceName.Parse("arn:app:docs::123456789012:draft/alice/plan");

        var access = await authorizer.AuthorizeAsync(alice, read, draft);
        if (access.IsAllowed)
        {
            Console.WriteLine("alice may read her draft");
        }
        #endregion

        Assert.True(access.IsAllowed);
        var other = await authorizer.AuthorizeAsync(alice, read, ResourceName.Parse("arn:app:docs::123456789012:draft/bob/plan"));
        Assert.Equal(Decision.ImplicitDeny, other.Decision.Decision);
        await account.ExecuteAsync(new RemoveUserFromGroup("Editors", "alice"));
        Assert.False((await authorizer.AuthorizeAsync(alice, read, draft)).IsAllowed);
        var unknown = await authorizer.AuthorizeAsync(Principal.Parse("arn:aws:iam::123456789012:user/zoe"), read, draft);
        Assert.Equal(AccessReason.UnknownPrincipal, unknown.Reason);
    }

    [Fact]
    public void Policies_alone_decide_too()
    {
        #region evaluator
        var policy = PolicyDocument.Parse(
            """
            { "Version": "2012-10-17",
              "Statement": { "Effect": "Allow", "Action": "docs:Read*", "Resource": "*" } }
            """, PolicyType.Identity);
        var policies = new ApplicablePolicies { Identity = [PolicySet.Compile(policy)] };

        var request = new AccessRequest(
            Principal.Parse("arn:aws:iam::123456789012:user/alice"),
            ActionName.Parse("docs:ReadDocument"),
            ResourceName.Parse("arn:app:docs::123456789012:document/42"));
        var decision = PolicyEvaluator.Evaluate(request, policies); // Allow
        #endregion

        Assert.Equal(Decision.Allow, decision.Decision);
    }
}

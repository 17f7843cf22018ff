using IamCore.Authorization;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Testing;

namespace IamCore.Tests.Authorization;

/// <summary>What refuses beside the policies: root-only actions (ID-039), the root guard (ID-040), partitions (ID-070).</summary>
public sealed class ReasonTests
{
    private const string A = Ask.Account;
    private const string B = "222222222222";

    [Theory]
    [InlineData("user", "account:UpdateAccountName", A, AccessReason.RootOnly)]
    [InlineData("user", "ACCOUNT:updateaccountname", A, AccessReason.RootOnly)]
    [InlineData("role", "account:UpdateAccountName", A, AccessReason.RootOnly)]
    [InlineData("root", "account:UpdateAccountName", A, AccessReason.None)]
    [InlineData("root", "account:UpdateAccountName", B, AccessReason.RootOnly)] // root of another account
    [InlineData("user", "billing:ShowInvoice", A, AccessReason.RootOnly)] // registered by the host
    [InlineData("root", "billing:ShowInvoice", A, AccessReason.None)]
    [InlineData("user", "account:GetAccountInformation", A, AccessReason.None)]
    public async Task Root_only_actions_are_refused_to_everyone_else_whatever_policies_say(string who, string action, string owner, AccessReason reason)
    {
        var options = new AuthorizerOptions { RootOnlyActions = { ActionName.Parse("billing:ShowInvoice") } };
        using var authorizer = new DirectoryAuthorizer(MakeStore(), new() { Authorizer = options });
        var question = Ask.Question(Named(who), action, $"arn:aws:account::{owner}:account") with
        {
            ResourcePolicy = PolicySet.Compile(PolicyDocument.Parse(TestPolicies.AllowTo("*", "*"), PolicyType.Resource)),
        };
        for (var i = 0; i < 2; i++)
        {
            var result = await authorizer.AuthorizeAsync(question);
            Assert.Equal((reason, reason == AccessReason.None), (result.Reason, result.IsAllowed));
            Assert.Equal(reason == AccessReason.None ? Decision.Allow : Decision.ExplicitDeny, result.Decision.Decision);
            Assert.Equal(result, (await authorizer.ExplainAsync(question)).Result);
        }

        var simulated = await new AccessSimulator(authorizer, MakeStore()).SimulateAsync(question);
        Assert.Equal((AccessReason.None, true), (simulated.Result.Reason, simulated.IsAllowed)); // simulation evaluates policies alone
    }

    [Theory]
    [InlineData(RootUsageGuard.Off, false, "docs:Read", true)]
    [InlineData(RootUsageGuard.Warn, false, "docs:Read", true)]
    [InlineData(RootUsageGuard.RequireMfa, false, "docs:Read", false)]
    [InlineData(RootUsageGuard.RequireMfa, true, "docs:Read", true)]
    [InlineData(RootUsageGuard.RequireMfa, false, "account:UpdateAccountName", false)]
    [InlineData(RootUsageGuard.RequireMfa, false, "iam:ChangePassword", false)] // not a sign-in
    [InlineData(RootUsageGuard.Block, false, "docs:Read", false)]
    [InlineData(RootUsageGuard.Block, true, "docs:Read", false)]
    [InlineData(RootUsageGuard.Block, false, "account:UpdateAccountName", true)]
    [InlineData(RootUsageGuard.Block, false, "iamcore:SetRootUsageGuard", false)] // lowering it needs a second factor
    [InlineData(RootUsageGuard.Block, true, "iamcore:SetRootUsageGuard", true)]
    public async Task The_guard_limits_root(RootUsageGuard guard, bool hasSecondFactor, string action, bool isAllowed)
    {
        using var authorizer = new DirectoryAuthorizer(MakeStore(guard));
        var bare = hasSecondFactor ? new RequestContext { ["aws:MultiFactorAuthPresent"] = true } : null;
        var session = new PrincipalSession(Ask.Root()) { Keys = [], MultiFactorTime = hasSecondFactor ? DateTimeOffset.UnixEpoch : null };
        var expected = (isAllowed, isAllowed ? AccessReason.None : AccessReason.RootGuard);
        var (byName, bySession) = (await authorizer.AskAsync(Ask.Root(), action, context: bare), await authorizer.AskAsync(session, action));

        Assert.Equal(expected, (byName.IsAllowed, byName.Reason));
        Assert.Equal(expected, (bySession.IsAllowed, bySession.Reason));
        Assert.True((await authorizer.AskAsync(Ask.User("admin"), "docs:Read")).IsAllowed); // nobody else is concerned
    }

    [Theory]
    [InlineData("iam:ChangePassword", "*", false, true)]
    [InlineData("iam:EnableMFADevice", "arn:aws:iam::123456789012:root", true, true)]
    [InlineData("iam:EnableMFADevice", "arn:aws:iam::123456789012:root", false, false)] // there is a device already
    [InlineData("iam:EnableMFADevice", "arn:aws:iam::123456789012:user/admin", true, false)]
    [InlineData("iam:CreateAccessKey", "arn:aws:iam::123456789012:root", true, false)]
    public async Task A_sign_in_of_root_without_a_second_factor_can_mend_itself(string action, string resource, bool mayEnable, bool isAllowed)
    {
        using var authorizer = new DirectoryAuthorizer(MakeStore(RootUsageGuard.RequireMfa));
        var session = new PrincipalSession(Ask.Root()) { Keys = [], IsSignIn = true, MayEnableFirstRootDevice = mayEnable };
        Assert.Equal(isAllowed, (await authorizer.AskAsync(session, action, resource)).IsAllowed);
    }

    [Fact]
    public async Task The_guard_does_not_hinder_a_root_task()
    {
        using var authorizer = new DirectoryAuthorizer(MakeStore(RootUsageGuard.Block));
        var task = new PrincipalSession(Ask.Root())
        {
            Keys = [],
            IsRootTask = true,
            Policies = new PassedSessionPolicies { Inline = [new PolicyText("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":"iam:GetUser","Resource":"*"}]}""")] },
        };
        Assert.True((await authorizer.AskAsync(task, "iam:GetUser")).IsAllowed);
    }

    [Theory]
    [InlineData("arn:aws:s3:::bucket/key", AccessReason.None)]
    [InlineData("arn:aws-cn:s3:::bucket/key", AccessReason.OtherPartition)]
    [InlineData("arn:app:docs::123456789012:document/1", AccessReason.None)] // a partition that no account has
    [InlineData("*", AccessReason.None)]
    public async Task A_resource_in_the_partition_of_another_account_is_refused(string resource, AccessReason reason)
    {
        using var authorizer = new DirectoryAuthorizer(MakeStore());
        for (var i = 0; i < 2; i++)
        {
            var result = await authorizer.AskAsync(Ask.User("admin"), "s3:GetObject", resource);
            Assert.Equal((reason, reason == AccessReason.None), (result.Reason, result.IsAllowed));
        }
    }

    [Fact]
    public async Task A_partition_counts_from_the_moment_an_account_has_it()
    {
        var store = MakeStore();
        using var authorizer = new DirectoryAuthorizer(store);
        Assert.True((await authorizer.AskAsync(Ask.User("admin"), "docs:Read", "arn:app:docs:::document/1")).IsAllowed);
        await store.PutAsync((await store.AccountAsync(B)) with { Partition = "app" });
        Assert.Equal(AccessReason.OtherPartition, (await authorizer.AskAsync(Ask.User("admin"), "docs:Read", "arn:app:docs:::document/1")).Reason);
    }

    private static Principal Named(string who) => who switch
    {
        "root" => Ask.Root(),
        "role" => Principal.Parse($"arn:aws:sts::{A}:assumed-role/Admin/s"),
        _ => Ask.User("admin"),
    };

    private static InMemoryDirectoryStore MakeStore(RootUsageGuard guard = RootUsageGuard.Warn) => new DirectoryBuilder()
        .Account(a => a.With(x => x with { RootUsageGuard = guard })
            .User("admin", u => u.Attach("AdministratorAccess"))
            .Role("Admin", TestPolicies.Trust(A), r => r.Attach("AdministratorAccess")))
        .Account(B)
        .Account("333333333333", a => a.With(x => x with { Partition = "aws-cn" })).Build();
}

using IamCore.Administration.Accounts;
using IamCore.Administration.Composites;
using IamCore.Administration.Credentials;
using IamCore.Administration.Users;
using IamCore.Events;
using IamCore.Model;
using IamCore.Policies;
using static IamCore.Tests.Administration.Callers;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

/// <summary>What observers are told (ID-036, ID-040, ID-261, ID-264).</summary>
public sealed class EventTests
{
    [Fact]
    public async Task Changes_and_denials_are_told_with_who_what_and_outcome() // ID-261
    {
        var (d, seen) = await WatchedAsync();
        var ann = await d.UserAsync("ann", Policy("Allow", "iam:CreateUser"));
        seen.Audit.Clear();
        await ann.ExecuteAsync(new CreateUser("bob"));
        var denied = await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new GetUser("bob"), ann);
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-083", new CreateUser("BOB"), ann);
        await d.DoAsync(new GetUser("bob")); // reading that succeeds is not told
        Assert.Equal(
            [(Arn("user/ann"), "iam:CreateUser", null, Arn("user/bob")), (Arn("user/ann"), "iam:GetUser", IamErrorCode.AccessDenied, Arn("user/bob")), (Arn("user/ann"), "iam:CreateUser", IamErrorCode.EntityAlreadyExists, Arn("user/BOB"))],
            seen.Audit.Select(e => (e.PrincipalArn, e.Action, e.Error, e.Resources.Single())));
        Assert.Equal(await d.Store.GetRevisionAsync(default), seen.Audit[0].Revision);
        Assert.Equal(denied.RequestId, seen.Audit[1].RequestId);
        Assert.Equal(AccountId.Parse(Here), seen.Audit[0].Account);
        Assert.StartsWith("AIDA", seen.Audit[0].PrincipalId, StringComparison.Ordinal);
        await d.DoAsync(new DeleteUser("bob"));
        Assert.Null(seen.Audit[^1].PrincipalArn); // the host's own code
    }

    [Fact]
    public async Task No_secret_is_told() // ID-264
    {
        var (d, seen) = await WatchedAsync();
        await d.DoAsync(new CreateUser("bob"));
        await d.DoAsync(new CreateLoginProfile("bob") { Password = "Tr0ub4dor&3 horse" });
        var key = await d.DoAsync(new CreateAccessKey("bob"));
        await d.DoAsync(new BootstrapAdministrator("cleo") { Password = "Corr3ct horse!" });
        await d.DoAsync(new UpdateRootPassword("Batt3ry staple!"));
        var text = string.Join('\n', seen.Audit.Select(e => e.ToString()));
        Assert.Contains("CreateLoginProfile", text, StringComparison.Ordinal);
        foreach (var secret in (string[])["Tr0ub4dor", "Corr3ct", "Batt3ry", key.SecretAccessKey])
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Using_root_and_giving_it_a_key_is_advised_against() // ID-036, ID-040
    {
        var (d, seen) = await WatchedAsync();
        var root = d.Directory.ForCaller(await d.KeyAsync(null), new RequestContext { ["aws:SourceIp"] = "203.0.113.9" });
        Assert.Contains(seen.Advice, a => a is { Kind: AdvisoryKind.RootAccessKeyCreated, Action: "iam:CreateAccessKey" });
        seen.Advice.Clear();
        await root.ExecuteAsync(new CreateUser("bob"));
        Assert.Equal([(AdvisoryKind.RootUserUsed, "iam:CreateUser", "203.0.113.9")], seen.Advice.Select(a => (a.Kind, a.Action, a.Source)));
        seen.Advice.Clear();
        await d.DoAsync(new SetRootUsageGuard(RootUsageGuard.Off));
        await root.ExecuteAsync(new DeleteUser("bob"));
        await d.DoAsync(new CreateAccessKey("nobody-of-that-name") with { UserName = null });
        Assert.Equal([AdvisoryKind.RootAccessKeyCreated], seen.Advice.Select(a => a.Kind));
    }

    private static async Task<(TestDirectory, Observer)> WatchedAsync()
    {
        var seen = new Observer();
        return (await NewAsync(new() { Observers = [seen] }), seen);
    }

    private sealed class Observer : IDirectoryObserver
    {
        public List<AuditEvent> Audit { get; } = [];

        public List<AdvisoryEvent> Advice { get; } = [];

        public void OnAudit(AuditEvent entry) => Audit.Add(entry);

        public void OnAdvice(AdvisoryEvent advice) => Advice.Add(advice);
    }
}

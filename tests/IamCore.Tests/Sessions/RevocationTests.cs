using IamCore.Administration.Credentials;
using IamCore.Authorization;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Predefined;
using IamCore.Sessions;

namespace IamCore.Tests.Sessions;

/// <summary>Leaked sessions are cut off, and nothing made from them escapes (SC-119).</summary>
public sealed class RevocationTests
{
    private readonly SessionFixture _world = new();

    [Fact]
    public async Task SC_119_ST_103_older_sessions_of_a_role_are_denied_at_once_and_new_ones_are_not()
    {
        var key = await _world.KeyAsync(_world.User("alice", SessionFixture.AllowAll));
        var role = _world.Role("Leaked", SessionFixture.Home);
        var old = await _world.AssumeAsync(key, role);
        var token = await _world.Sts.CreateSignInTokenAsync(old.Session);
        var console = await _world.Sts.RedeemSignInTokenAsync(await _world.Sts.CreateSignInTokenAsync(old.Session));
        Assert.True((await _world.DecideAsync(old.Session, "docs:Read")).IsAllowed);
        _world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await _world.Trusted.ExecuteAsync(new RevokeRoleSessions("Leaked"));
        var redeemed = await _world.Sts.RedeemSignInTokenAsync(token);
        foreach (var session in new[] { old.Session, console, redeemed })
        {
            Assert.Equal(Decision.ExplicitDeny, (await _world.DecideAsync(session, "docs:Read")).Decision);
        }

        Assert.True((await _world.DecideAsync((await _world.AssumeAsync(key, role)).Session, "docs:Read")).IsAllowed);
    }

    [Fact]
    public async Task SC_119_ST_105_older_sessions_of_a_user_are_denied_and_its_keys_go_on()
    {
        var key = await _world.KeyAsync(_world.User("alice", SessionFixture.AllowAll));
        var session = (await _world.Sts.GetSessionTokenAsync(key, new())).Session;
        var federated = (await _world.Sts.GetFederationTokenAsync(key, new("feder") { Policy = SessionFixture.AllowAll })).Session;
        _world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await _world.Trusted.ExecuteAsync(new RevokeUserSessions("alice"));
        Assert.Equal(Decision.ExplicitDeny, (await _world.DecideAsync(session, "docs:Read")).Decision);
        Assert.Equal(Decision.ExplicitDeny, (await _world.DecideAsync(federated, "docs:Read")).Decision);
        Assert.True((await _world.DecideAsync(key, "docs:Read")).IsAllowed);
    }

    [Fact]
    public async Task SC_119_ST_107_one_session_is_ended_with_all_that_was_made_from_it()
    {
        var key = await _world.KeyAsync(_world.User("alice", SessionFixture.AllowAll));
        var role = _world.Role("Any", SessionFixture.Home);
        var leaked = await _world.AssumeAsync(key, role);
        var other = await _world.AssumeAsync(key, role);
        var console = await _world.Sts.RedeemSignInTokenAsync(await _world.Sts.CreateSignInTokenAsync(leaked.Session));
        var forwarded = await _world.Sts.ForwardAccessAsync(_world.Directory.OpenService("billing.example.com"), leaked.Session);
        await _world.Trusted.ExecuteAsync(new RevokeSession(leaked.Session));
        foreach (var session in new[] { leaked.Session, console, forwarded })
        {
            await SessionFixture.RefusedAsync(IamErrorCode.ExpiredToken, async () => await _world.Sts.GetCallerIdentityAsync(session));
        }

        await _world.Sts.GetCallerIdentityAsync(other.Session);
    }

    [Fact]
    public async Task SC_051_ST_128_to_ST_130_a_sign_in_token_is_good_once_within_fifteen_minutes()
    {
        var key = await _world.KeyAsync(_world.User("broker", SessionFixture.AllowAll));
        var assumed = await _world.AssumeAsync(key, _world.Role("Any", SessionFixture.Home), r => r with { Tags = [new("Team", "blue")], SourceIdentity = "me@corp" });
        var token = await _world.Sts.CreateSignInTokenAsync(assumed.Session, 43200);
        _world.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        var console = await _world.Sts.RedeemSignInTokenAsync(token);
        Assert.Equal(assumed.Session.IssueTime, console.IssueTime);
        Assert.Equal(assumed.Session.IssueTime.AddHours(12), console.Expiration);
        Assert.Equal("me@corp", console.SourceIdentity);
        Assert.Equal("blue", await _world.KeyOfAsync(console, "aws:PrincipalTag/Team"));
        await FailsAsync(token);
        await FailsAsync(token + "A");
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.CreateSignInTokenAsync(console));

        var late = await _world.Sts.CreateSignInTokenAsync(assumed.Session);
        _world.Clock.Advance(TimeSpan.FromMinutes(15));
        await FailsAsync(late);
    }

    [Fact]
    public async Task ST_128_ST_129_only_sessions_of_roles_and_federated_users_are_exchanged()
    {
        var key = await _world.KeyAsync(_world.User("broker", SessionFixture.AllowAll));
        var user = (await _world.Sts.GetSessionTokenAsync(key, new())).Session;
        var federated = (await _world.Sts.GetFederationTokenAsync(key, new("feder"))).Session;
        var role = _world.Role("Any", SessionFixture.Home);
        var assumed = (await _world.AssumeAsync(key, role)).Session;
        var chained = (await _world.AssumeAsync(assumed, role)).Session;
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.CreateSignInTokenAsync(user));
        await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, async () => await _world.Sts.CreateSignInTokenAsync(federated, 3600));
        await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, async () => await _world.Sts.CreateSignInTokenAsync(chained, 3600));
        await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, async () => await _world.Sts.CreateSignInTokenAsync(assumed, 899));
        await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, async () => await _world.Sts.CreateSignInTokenAsync(assumed, 43201));
        Assert.Equal(federated.Expiration, (await _world.Sts.RedeemSignInTokenAsync(await _world.Sts.CreateSignInTokenAsync(federated))).Expiration);
        Assert.Equal(chained.Expiration, (await _world.Sts.RedeemSignInTokenAsync(await _world.Sts.CreateSignInTokenAsync(chained))).Expiration);
    }

    [Fact]
    public async Task SC_052_ST_052_switching_is_authorized_with_the_sign_in_and_capped_by_its_rest()
    {
        _world.User("alice", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}""");
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = "Passw0rd!" });
        _world.Role("First", SessionFixture.Home, policy: null);
        _world.Role("Second", SessionFixture.Home, max: 7200);
        _world.Role("Vendor", SessionFixture.Home, condition: """{"StringEquals":{"sts:ExternalId":"42"}}""");
        var signIn = (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", "Passw0rd!")).Session!;

        var first = await _world.Sts.SwitchRoleAsync(signIn, "home-alias", "First");
        Assert.Equal("alice", first.Name);
        Assert.Equal(signIn.Expiration, first.Expiration);
        var second = await _world.Sts.SwitchRoleAsync(first, SessionFixture.Home, "Second"); // First itself may do nothing
        Assert.Equal(_world.Clock.GetUtcNow().AddHours(2), second.Expiration);
        Assert.True((await _world.DecideAsync(second, "docs:Read")).IsAllowed);
        Assert.Same(signIn, SecurityTokenService.ExitRole(second));
        Assert.False((await _world.DecideAsync(signIn, "docs:Read")).IsAllowed);
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.SwitchRoleAsync(signIn, SessionFixture.Home, "Vendor"));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.SwitchRoleAsync(signIn, "nobody", "First"));
        await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, async () => await _world.Sts.SwitchRoleAsync(signIn, SessionFixture.Home, new string('a', 65)));

        await _world.Trusted.ExecuteAsync(new UpdateRootPassword("Passw0rd!"));
        var root = (await _world.SignIn.SignInRootAsync("root@home.example", "Passw0rd!")).Session!;
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.SwitchRoleAsync(root, SessionFixture.Home, "First"));
    }

    [Theory]
    [InlineData(true, 0, 900)]
    [InlineData(true, 1, 1)]
    [InlineData(true, 901, null)]
    [InlineData(false, 900, null)]
    public async Task ST_098_ST_099_the_management_account_takes_over_root_of_a_member_for_one_task(bool featureOn, int seconds, int? expected)
    {
        Organize(featureOn);
        var caller = await _world.KeyAsync(_world.User("admin", SessionFixture.AllowAll));
        var request = new AssumeRoot(SessionFixture.Other, "arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy") { DurationSeconds = seconds };
        if (expected is null)
        {
            await SessionFixture.RefusedAsync(
                featureOn ? IamErrorCode.ValidationError : IamErrorCode.AccessDenied, async () => await _world.Sts.AssumeRootAsync(caller, request));
            return;
        }

        var task = (await _world.Sts.AssumeRootAsync(caller, request)).Session;
        Assert.Equal(_world.Clock.GetUtcNow().AddSeconds(expected.Value), task.Expiration);
        Assert.Equal($"arn:aws:iam::{SessionFixture.Other}:root", (await _world.Sts.GetCallerIdentityAsync(task)).Arn);
        Assert.Equal("true", await _world.KeyOfAsync(task, "aws:AssumedRoot"));
        Assert.True((await _world.DecideAsync(task, "s3:DeleteBucketPolicy", "arn:aws:s3:::bucket")).IsAllowed);
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => _world.DecideAsync(task, "s3:GetObject", "arn:aws:s3:::bucket/key"));
    }

    [Theory]
    [InlineData("S3UnlockBucketPolicy", "s3:DeleteBucketPolicy", true)] // what it is there to repair does not refuse it
    [InlineData("SQSUnlockQueuePolicy", "sqs:SetQueueAttributes", true)]
    [InlineData("IAMAuditRootUserCredentials", "iam:GetUser", false)]
    public async Task ST_101_a_task_passes_the_policy_that_it_is_there_to_repair(string task, string action, bool expected)
    {
        Organize(featureOn: true);
        var admin = await _world.KeyAsync(_world.User("admin", SessionFixture.AllowAll));
        var session = (await _world.Sts.AssumeRootAsync(admin, new(SessionFixture.Other, $"arn:aws:iam::aws:policy/root-task/{task}"))).Session;
        using var authorizer = new DirectoryAuthorizer(_world.Store, new() { ResourcePolicies = new DenyingPolicies(), TimeProvider = _world.Clock });
        var resource = ResourceName.Parse(expected ? "arn:aws:s3:::locked" : $"arn:aws:iam::{SessionFixture.Other}:root");
        Assert.Equal(expected, (await new CallerAuthorizer(_world.Directory, authorizer).AuthorizeAsync(session, ActionName.Parse(action), resource)).IsAllowed);
    }

    [Fact]
    public async Task ST_099_ST_100_others_targets_and_tasks_are_refused()
    {
        Organize(featureOn: true);
        const string task = "arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy";
        var admin = await _world.KeyAsync(_world.User("admin", SessionFixture.AllowAll));
        var nobody = await _world.KeyAsync(_world.User("nobody"));
        var member = await _world.KeyAsync(_world.User("member", SessionFixture.AllowAll, SessionFixture.Other));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.AssumeRootAsync(nobody, new(SessionFixture.Other, task)));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.AssumeRootAsync(member, new(SessionFixture.Home, task)));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.AssumeRootAsync(admin, new(SessionFixture.Home, task)));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.AssumeRootAsync(await _world.RootKeyAsync(), new(SessionFixture.Other, task)));
        await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, async () => await _world.Sts.AssumeRootAsync(admin, new("root", task)));
        await SessionFixture.RefusedAsync(
            IamErrorCode.ValidationError, async () => await _world.Sts.AssumeRootAsync(admin, new(SessionFixture.Other, "arn:aws:iam::aws:policy/AdministratorAccess")));
    }

    private void Organize(bool featureOn)
    {
        var organization = new Organization
        {
            Id = "o-aaaaaaaaaa",
            Name = "Org",
            RootId = "r-aaaa",
            ManagementAccount = AccountId.Parse(SessionFixture.Home),
            RootSessions = featureOn,
            ServiceControlPolicies = [PredefinedPolicies.FullAwsAccess],
        };
        _world.Put(organization);
        foreach (var (id, name) in new[] { (SessionFixture.Home, "Home"), (SessionFixture.Other, "Other") })
        {
            _world.Change(SessionFixture.Account(id, name), a => a with { Parent = organization.Key, ServiceControlPolicies = [PredefinedPolicies.FullAwsAccess] });
        }

    }

    private Task<IamException> FailsAsync(string token) =>
        SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, async () => await _world.Sts.RedeemSignInTokenAsync(token));

    private sealed class DenyingPolicies : IResourcePolicySource
    {
        private readonly PolicySet _deny = PolicySet.Compile(PolicyDocument.Parse(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}""", PolicyType.Resource));

        public ValueTask<PolicySet?> FindAsync(ResourceName resource, CancellationToken cancellationToken) => new(_deny);
    }
}

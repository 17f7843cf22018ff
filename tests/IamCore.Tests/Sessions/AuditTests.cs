using IamCore.Administration.Accounts;
using IamCore.Administration.Credentials;
using IamCore.Events;
using IamCore.Model;
using IamCore.Sessions;

namespace IamCore.Tests.Sessions;

/// <summary>Sign-ins and the making of sessions are told to observers, with what callers are not told (ID-261, CR-024); root's guard binds sessions too (ID-040).</summary>
public sealed class AuditTests : IDirectoryObserver
{
    private const string Password = "Corr3ct-horse";

    private readonly List<AuditEvent> _told = [];
    private readonly List<AdvisoryEvent> _advice = [];
    private readonly SessionFixture _world;

    public AuditTests() => _world = new(observers: [this]);

    void IDirectoryObserver.OnAudit(AuditEvent entry) => _told.Add(entry);

    void IDirectoryObserver.OnAdvice(AdvisoryEvent advice) => _advice.Add(advice);

    [Theory]
    [InlineData(SessionFixture.Home, "alice", Password, null, null)]
    [InlineData("000000000000", "alice", Password, IamErrorCode.AuthenticationFailed, "unknown account")]
    [InlineData(SessionFixture.Home, "alicia", Password, IamErrorCode.AuthenticationFailed, "unknown user")]
    [InlineData(SessionFixture.Home, "keyless", Password, IamErrorCode.AuthenticationFailed, "no password is set")]
    [InlineData(SessionFixture.Home, "alice", "Guess-1-times", IamErrorCode.AuthenticationFailed, "wrong password")]
    public async Task ID_261_CR_024_a_sign_in_is_told_with_its_true_reason(string account, string name, string password, IamErrorCode? error, string? reason)
    {
        var alice = _world.User("alice");
        _world.User("keyless");
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = Password });
        _told.Clear();
        if (error is null)
        {
            await _world.SignIn.SignInAsync(account, name, password, "203.0.113.9");
        }
        else
        {
            var refused = await Assert.ThrowsAsync<IamException>(async () => await _world.SignIn.SignInAsync(account, name, password, "203.0.113.9"));
            Assert.DoesNotContain(reason!, $"{refused.Message} {string.Join(' ', refused.Details)}", StringComparison.Ordinal);
            Assert.Equal(refused.RequestId, Assert.Single(_told).RequestId);
        }

        var entry = Assert.Single(_told);
        Assert.Equal(("signin:SignIn", error, reason, _world.Clock.GetUtcNow()), (entry.Action, entry.Error, entry.Reason, entry.Time));
        Assert.Contains("203.0.113.9", entry.Parameters, StringComparison.Ordinal);
        Assert.Equal(name == "alice" && account == SessionFixture.Home ? alice.Arn : null, name == "keyless" ? null : entry.PrincipalArn);
        Assert.DoesNotContain("alicia", entry.ToString(), StringComparison.Ordinal); // it might be a password typed into the wrong field
        Assert.DoesNotContain(password, entry.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ID_261_each_step_of_a_sign_in_is_told()
    {
        _world.User("alice");
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = Password });
        var (serial, seed) = await _world.DeviceAsync("alice", "phone");
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        _told.Clear();
        var handle = (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Handle!;
        await SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, async () => await _world.SignIn.SubmitCodeAsync(handle, serial, _world.Code(seed, 30)));
        await _world.SignIn.SubmitCodeAsync(handle, serial, _world.Code(seed));
        await SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, async () => await _world.SignIn.SubmitCodeAsync(handle, serial, _world.Code(seed, 1)));
        Assert.Equal(
            [("signin:SignIn", null), ("signin:SubmitCode", "wrong code"), ("signin:SubmitCode", null), ("signin:SubmitCode", "the handle was altered, has expired, was used or belongs to a previous password")],
            _told.Where(e => e.Action.StartsWith("signin", StringComparison.Ordinal)).Select(e => (e.Action, e.Reason)));
    }

    [Fact]
    public async Task ID_261_sessions_that_are_made_and_refused_are_told()
    {
        var alice = _world.User("alice", SessionFixture.AllowAll);
        var caller = await _world.KeyAsync(alice);
        var role = _world.Role("r", alice.Arn);
        var closed = _world.Role("closed", "arn:aws:iam::123456789012:user/bob");
        _told.Clear();
        var assumed = await _world.AssumeAsync(caller, role, r => r with { SourceIdentity = "alice-at-work" });
        var refused = await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => _world.AssumeAsync(assumed.Session, closed));
        await _world.Sts.GetSessionTokenAsync(caller, new());
        await _world.Sts.GetFederationTokenAsync(caller, new("fed"));
        var token = await _world.Sts.CreateSignInTokenAsync(assumed.Session);
        await _world.Sts.RedeemSignInTokenAsync(token);
        Assert.Equal(
            ["sts:AssumeRole", "sts:AssumeRole", "sts:GetSessionToken", "sts:GetFederationToken", "signin:CreateSignInToken", "signin:RedeemSignInToken"], _told.Select(e => e.Action));
        Assert.Equal((alice.Arn, alice.Id, null, role.Arn), (_told[0].PrincipalArn, _told[0].PrincipalId, _told[0].Error, _told[0].Resources[0]));
        Assert.Equal(
            (assumed.Arn, "session", "alice-at-work", IamErrorCode.AccessDenied, refused.RequestId),
            (_told[1].PrincipalArn, _told[1].SessionName, _told[1].SourceIdentity, _told[1].Error, _told[1].RequestId));
        Assert.All(_told, e => Assert.DoesNotContain(token, e.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task ID_261_a_service_that_takes_a_role_is_told()
    {
        var role = _world.Role("job", "billing.example.com", kind: "Service");
        _told.Clear();
        await _world.Sts.AssumeRoleForServiceAsync(_world.Directory.OpenService("billing.example.com"), role.Arn, "run");
        var entry = Assert.Single(_told);
        Assert.Equal(("sts:AssumeRole", "billing.example.com", role.Arn, SessionFixture.Home), (entry.Action, entry.PrincipalArn, entry.Resources[0], entry.Account.ToString()));
    }

    [Theory] // ID-040: a second factor in the same request is what RequireMfa asks for; Block lets root make no session
    [InlineData(RootUsageGuard.Warn, false, true)]
    [InlineData(RootUsageGuard.RequireMfa, false, false)]
    [InlineData(RootUsageGuard.RequireMfa, true, true)]
    [InlineData(RootUsageGuard.Block, true, false)]
    public async Task ID_040_the_guard_binds_the_sessions_that_root_makes(RootUsageGuard guard, bool withCode, bool expected)
    {
        var root = await _world.RootKeyAsync();
        var (serial, seed) = await _world.DeviceAsync(null, "root-phone");
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        await _world.Trusted.ExecuteAsync(new SetRootUsageGuard(guard));
        var request = withCode ? new GetSessionToken { SerialNumber = serial, TokenCode = _world.Code(seed) } : new GetSessionToken();
        if (expected)
        {
            await _world.Sts.GetSessionTokenAsync(root, request);
        }
        else
        {
            var refused = await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.GetSessionTokenAsync(root, request));
            Assert.Equal("rootGuard", refused.Details[0].Subject);
        }

        if (guard != RootUsageGuard.Warn)
        {
            var refused = await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.GetFederationTokenAsync(root, new("fed")));
            Assert.Equal("rootGuard", refused.Details[0].Subject);
        }

        Assert.Equal(SessionFixture.Home, (await _world.Sts.GetCallerIdentityAsync(root)).Account.ToString()); // never refused (ST-094)
    }

    [Fact]
    public async Task ST_160_switching_to_an_emergency_role_is_noticed()
    {
        var alice = _world.User("alice", SessionFixture.AllowAll);
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = Password });
        _world.Role("breakglass", alice.Arn, tags: new Tag("iamcore:emergency", "true"));
        var session = (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Session!;
        _advice.Clear();
        await _world.Sts.SwitchRoleAsync(session, SessionFixture.Home, "breakglass");
        Assert.Equal(AdvisoryKind.EmergencyAccessUsed, Assert.Single(_advice).Kind);
        Assert.Contains(_told, e => e is { Action: "sts:AssumeRole", Parameters: "SwitchRole", Error: null });
    }
}

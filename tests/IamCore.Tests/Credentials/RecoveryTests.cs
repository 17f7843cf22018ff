using IamCore.Administration.Accounts;
using IamCore.Administration.Credentials;
using IamCore.Administration.Users;
using IamCore.Configuration;
using IamCore.Credentials;
using IamCore.Credentials.Secrets;
using IamCore.Credentials.Throttling;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Signing;
using IamCore.Stores;
using IamCore.Tests.Sessions;
using IamCore.Tests.Signing;

namespace IamCore.Tests.Credentials;

/// <summary>What happens when things are lost, guessed, replayed or changed: CR-052, CR-055, CR-061, CR-062, CR-098, CR-105, CR-113, ST-160.</summary>
public sealed class RecoveryTests : IRootRecovery
{
    private const string Password = "Passw0rd!";

    private readonly SessionFixture _world;

    public RecoveryTests() => _world = new(new() { RootRecovery = this });

    public ValueTask<bool> VerifyAsync(AccountId account, string email, string proof, CancellationToken cancellationToken) =>
        new(account.ToString() == SessionFixture.Home && email == "root@Home.example" && proof == "mail+phone");

    [Fact]
    public async Task CR_061_a_root_user_who_lost_all_devices_is_let_in_again_by_the_hosts_check()
    {
        await _world.Trusted.ExecuteAsync(new UpdateRootPassword(Password));
        await _world.DeviceAsync(null, "phone");
        Assert.Equal(SignInStatus.MfaRequired, (await _world.SignIn.SignInRootAsync("root@home.example", Password)).Status);
        await FailsAsync(async () => await _world.SignIn.RecoverRootAsync("root@home.example", "guess"));
        await FailsAsync(async () => await _world.SignIn.RecoverRootAsync("nobody@home.example", "mail+phone"));
        Assert.Equal(SignInStatus.MfaRequired, (await _world.SignIn.SignInRootAsync("root@home.example", Password)).Status);
        await _world.SignIn.RecoverRootAsync("root@home.example", "mail+phone");
        Assert.Equal(SignInStatus.Complete, (await _world.SignIn.SignInRootAsync("root@home.example", Password)).Status);
    }

    [Fact]
    public async Task CR_061_without_a_check_only_the_hosts_own_code_removes_a_device_of_root()
    {
        var world = new SessionFixture();
        await world.Trusted.ExecuteAsync(new UpdateRootPassword(Password));
        var (serial, _) = await world.DeviceAsync(null, "phone");
        await FailsAsync(async () => await world.SignIn.RecoverRootAsync("root@home.example", "mail+phone"));
        await world.Trusted.ExecuteAsync(new DeactivateMFADevice(null, serial));
        Assert.Equal(SignInStatus.Complete, (await world.SignIn.SignInRootAsync("root@home.example", Password)).Status);
    }

    [Fact]
    public async Task CR_062_CR_052_after_five_wrong_codes_resync_is_suggested_and_works_before_the_sign_in_is_complete()
    {
        await UserAsync();
        var (serial, seed) = await _world.DeviceAsync("alice", "phone");
        for (var wrong = 1; wrong <= 5; wrong++)
        {
            var handle = (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Handle!;
            await FailsAsync(async () => await _world.SignIn.SubmitCodeAsync(handle, serial, _world.Code(seed, 30))); // its clock has gone off by a quarter of an hour
            _world.Clock.Advance(TimeSpan.FromMinutes(20)); // past the throttle
        }

        var asked = await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password);
        Assert.True(asked.ResyncSuggested);
        await FailsAsync(async () => await _world.SignIn.ResyncAsync(asked.Handle!, serial, _world.Code(seed, 30), _world.Code(seed, 32)));
        await _world.SignIn.ResyncAsync(asked.Handle!, serial, _world.Code(seed, 30), _world.Code(seed, 31));
        Assert.Equal(SignInStatus.Complete, (await _world.SignIn.SubmitCodeAsync(asked.Handle!, serial, _world.Code(seed, 32))).Status);
        Assert.False((await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).ResyncSuggested);
    }

    [Fact]
    public async Task CR_113_who_must_wait_is_listed_and_let_go()
    {
        await UserAsync();
        for (var i = 0; i < 5; i++)
        {
            await FailsAsync(async () => await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", "wrong"));
        }

        await SessionFixture.RefusedAsync(IamErrorCode.Throttling, async () => await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password));
        var waiting = Assert.Single((IEnumerable<AttemptKey>)await _world.Trusted.ExecuteAsync(new ListThrottledPrincipals()));
        Assert.Equal("alice", waiting.Name);
        await _world.Trusted.ExecuteAsync(new ClearThrottle("Alice"));
        Assert.Empty((IEnumerable<AttemptKey>)await _world.Trusted.ExecuteAsync(new ListThrottledPrincipals()));
        await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password);
    }

    [Fact]
    public async Task CR_055_devices_are_listed_by_who_has_them()
    {
        _world.User("alice");
        var (serial, _) = await _world.DeviceAsync("alice", "used");
        var free = await _world.Trusted.ExecuteAsync(new CreateVirtualMFADevice("free"));
        Assert.Equal([free.SerialNumber], await SerialsAsync(AssignmentStatus.Unassigned));
        Assert.Equal([serial], await SerialsAsync(AssignmentStatus.Assigned));
        Assert.Equal([free.SerialNumber, serial], await SerialsAsync(AssignmentStatus.Any));
        Assert.Equal("alice", (await _world.Trusted.ExecuteAsync(new GetMFADevice(serial))).UserName);
        Assert.Null((await _world.Trusted.ExecuteAsync(new GetMFADevice(free.SerialNumber))).UserName);
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(new GetMFADevice(free.SerialNumber, "alice")));
    }

    [Fact]
    public async Task CR_098_a_signed_request_is_taken_once_where_the_host_remembers()
    {
        var clock = new FakeTimeProvider(new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero));
        foreach (var remembers in (bool[])[false, true])
        {
            var cache = new InMemoryReplayCache(clock);
            var world = new SessionFixture(new() { ReplayCache = remembers ? cache : null });
            world.User("alice");
            var key = await world.Trusted.ExecuteAsync(new CreateAccessKey("alice"));
            var endpoint = new SigningEndpoint("us-east-1", "docs");
            var request = new SignableRequest("GET", "/", new RequestHeader[] { new("Host", "docs.example.com") });
            var signed = request.With([.. new RequestSigner(endpoint, world.Clock).Sign(in request, key.AccessKeyId, key.SecretAccessKey)]);
            await world.Authenticator.AuthenticateAsync(new(endpoint, world.Clock), signed);
            var second = await Record.ExceptionAsync(async () => await world.Authenticator.AuthenticateAsync(new(endpoint, world.Clock), signed));
            Assert.Equal(remembers ? SignatureFaultCode.RequestReplayed : null, (second as SignatureException)?.Fault.Code);
            Assert.Equal(remembers ? 1 : 0, cache.Count);
        }
    }

    [Fact]
    public async Task CR_105_secrets_are_sealed_anew_with_the_newest_key_all_at_once_or_when_they_are_used()
    {
        var first = new SecretKey(1, Enumerable.Repeat((byte)1, 32).ToArray());
        var store = new InMemoryDirectoryStore();
        var clock = _world.Clock;
        IamDirectory Directory(params SecretKey[] keys) => new(store, new() { TimeProvider = clock, Credentials = new() { SecretProtector = new AesGcmSecretProtector(keys, clock) } });
        var before = Directory(first);
        var account = (await before.Instance.ExecuteAsync(new CreateAccount("Main", "root@main.example"))).AccountId;
        await before.ForAccount(account).ExecuteAsync(new CreateUser("alice"));
        var used = await before.ForAccount(account).ExecuteAsync(new CreateAccessKey("alice"));
        var idle = await before.ForAccount(account).ExecuteAsync(new CreateAccessKey("alice"));
        await before.ForAccount(account).ExecuteAsync(new CreateVirtualMFADevice("phone"));

        var second = new SecretKey(2, Enumerable.Repeat((byte)2, 32).ToArray());
        var rotated = Directory(new SecretKey(1, Enumerable.Repeat((byte)1, 32).ToArray(), clock.GetUtcNow()), second);
        await new CallerAuthenticator(rotated).AuthenticateAccessKeyAsync(used.AccessKeyId, used.SecretAccessKey); // sealed anew on the way
        Assert.Equal(2, await rotated.ForAccount(account).ExecuteAsync(new RewrapSecrets())); // the idle key and the phone
        Assert.Equal(0, await rotated.ForAccount(account).ExecuteAsync(new RewrapSecrets()));

        var after = Directory(second); // the old key is thrown away
        await new CallerAuthenticator(after).AuthenticateAccessKeyAsync(used.AccessKeyId, used.SecretAccessKey);
        await new CallerAuthenticator(after).AuthenticateAccessKeyAsync(idle.AccessKeyId, idle.SecretAccessKey);
    }

    [Fact]
    public async Task CR_036_the_account_of_a_key_is_told_whatever_its_state()
    {
        _world.User("alice");
        var key = await _world.Trusted.ExecuteAsync(new CreateAccessKey("alice"));
        await _world.Trusted.ExecuteAsync(new UpdateAccessKey(key.AccessKeyId, CredentialStatus.Inactive, "alice"));
        Assert.Equal(SessionFixture.Home, (await _world.Authenticator.GetAccessKeyInfoAsync(key.AccessKeyId)).ToString());
        var role = await _world.AssumeAsync(await _world.KeyAsync(_world.User("bob", SessionFixture.AllowAll)), _world.Role("Any", SessionFixture.Home));
        Assert.Equal(SessionFixture.Home, (await _world.Authenticator.GetAccessKeyInfoAsync(role.Credentials.AccessKeyId, role.Credentials.SessionToken)).ToString());
        foreach (var unknown in (string[])["AKIAAAAAAAAAAAAAAAAA", role.Credentials.AccessKeyId, ""])
        {
            await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, async () => await _world.Authenticator.GetAccessKeyInfoAsync(unknown));
        }
    }

    private async Task UserAsync()
    {
        _world.User("alice");
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = Password });
    }

    private async Task<IEnumerable<string>> SerialsAsync(AssignmentStatus status) =>
        [.. ((IEnumerable<MfaDeviceDescription>)(await _world.Trusted.ExecuteAsync(new ListVirtualMFADevices(status))).Items).Select(device => device.SerialNumber)];

    private static async Task FailsAsync(Func<Task> act) => await SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, act);
}

using IamCore.Administration.Credentials;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Credentials.Passwords;
using IamCore.Model;
using IamCore.Sessions;
using IamCore.Signing;
using IamCore.Tests.Sessions;

namespace IamCore.Tests.Credentials;

public sealed class SignInTests
{
    private const string Password = "Passw0rd!";

    private readonly SessionFixture _world = new();

    [Theory]
    [InlineData(SessionFixture.Home, "alice")]
    [InlineData("home-alias", "ALICE")]
    public async Task SC_004_CR_023_a_user_signs_in_by_account_id_or_alias_in_any_letter_case(string account, string name)
    {
        await UserAsync();
        var result = await _world.SignIn.SignInAsync(account, name, Password);
        Assert.Equal(SignInStatus.Complete, result.Status);
        Assert.Equal(SessionKind.SignIn, result.Session!.Kind);
        Assert.Equal(_world.Clock.GetUtcNow().AddHours(12), result.Session.Expiration);
    }

    [Fact]
    public async Task SC_003_password_and_key_prove_the_same_user()
    {
        var user = await UserAsync();
        var key = await _world.KeyAsync(user);
        var session = (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Session!;
        Assert.Equal(user.Id, (await _world.Sts.GetCallerIdentityAsync(key)).UserId);
        Assert.Equal(user.Id, (await _world.Sts.GetCallerIdentityAsync(session)).UserId);
    }

    [Fact]
    public async Task SC_018_CR_023_root_signs_in_by_its_address_and_only_so()
    {
        await _world.Trusted.ExecuteAsync(new UpdateRootPassword(Password));
        await UserAsync();
        var result = await _world.SignIn.SignInRootAsync("ROOT@home.example", Password);
        Assert.Equal(SignInStatus.Complete, result.Status);
        Assert.Equal($"arn:aws:iam::{SessionFixture.Home}:root", (await _world.Sts.GetCallerIdentityAsync(result.Session!)).Arn);
        await FailsAsync(() => _world.SignIn.SignInAsync(SessionFixture.Home, "root@home.example", Password));
        await FailsAsync(() => _world.SignIn.SignInRootAsync("alice", Password));
    }

    [Theory]
    [InlineData("999999999999", "alice", Password)]
    [InlineData("no-such-alias", "alice", Password)]
    [InlineData(SessionFixture.Home, "nobody", Password)]
    [InlineData(SessionFixture.Home, "keyless", Password)]
    [InlineData(SessionFixture.Home, "alice", "wrong")]
    [InlineData(SessionFixture.Home, "alice", "passw0rd!")]
    [InlineData(SessionFixture.Home, "alice", "Passw0rd! ")]
    public async Task CR_024_SC_103_whatever_is_wrong_the_answer_is_the_same(string account, string name, string password)
    {
        await UserAsync();
        _world.User("keyless");
        var refusal = await FailsAsync(() => _world.SignIn.SignInAsync(account, name, password));
        Assert.Equal("Your authentication information is incorrect. Please try again.", refusal.Message);
        Assert.Equal(401, refusal.HttpStatusCode);
    }

    [Theory]
    [InlineData(AccountStatus.Suspended)]
    [InlineData(AccountStatus.Closed)]
    public async Task ID_025_a_closed_account_lets_nobody_in(AccountStatus status)
    {
        await UserAsync();
        var session = (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Session!;
        _world.Change(SessionFixture.Account(SessionFixture.Home, "Home"), a => a with { Status = status });
        await FailsAsync(() => _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password));
        await SessionFixture.RefusedAsync(IamErrorCode.InvalidClientTokenId, async () => await _world.Sts.GetCallerIdentityAsync(session));
    }

    [Fact]
    public async Task CR_025_SC_086_SC_087_with_a_device_the_password_alone_does_not_complete_a_sign_in()
    {
        await UserAsync();
        var (serial, seed) = await _world.DeviceAsync("alice", "phone");
        _world.Clock.Advance(TimeSpan.FromSeconds(30));

        await FailsAsync(() => _world.SignIn.SignInAsync(SessionFixture.Home, "alice", "wrong"));
        var first = await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password);
        Assert.Equal(SignInStatus.MfaRequired, first.Status);
        Assert.Null(first.Session);
        Assert.Equal(serial, Assert.Single(first.Devices).SerialNumber);

        await FailsAsync(() => _world.SignIn.SubmitCodeAsync(first.Handle!, serial, _world.Code(seed, 5)));
        var complete = await _world.SignIn.SubmitCodeAsync(first.Handle!, serial, _world.Code(seed));
        Assert.Equal(SignInStatus.Complete, complete.Status);
        Assert.Equal("true", await _world.KeyOfAsync(complete.Session!, "aws:MultiFactorAuthPresent"));
        await FailsAsync(() => _world.SignIn.SubmitCodeAsync(first.Handle!, serial, _world.Code(seed, 1)));
    }

    [Fact]
    public async Task SC_089_SC_124_a_handle_is_good_for_five_minutes_one_step_one_password_and_one_token()
    {
        await UserAsync();
        var (serial, seed) = await _world.DeviceAsync("alice", "phone");
        _world.Clock.Advance(TimeSpan.FromSeconds(30));
        var handle = (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Handle!;

        await FailsAsync(() => _world.SignIn.ChangePasswordAsync(handle, Password, "N3w-Passw0rd!"));
        await FailsAsync(() => _world.SignIn.SubmitCodeAsync(handle[..^1] + (handle[^1] == 'A' ? 'B' : 'A'), serial, _world.Code(seed)));
        await FailsAsync(() => _world.Sts.RedeemSignInTokenAsync(handle));
        var asToken = await Assert.ThrowsAsync<SignatureException>(async () => await _world.Authenticator.AuthenticateAccessKeyAsync("ASIAAAAAAAAAAAAAAAAA", "x", handle));
        Assert.Equal(SignatureFaultCode.InvalidClientTokenId, asToken.Fault.Code);

        await _world.Trusted.ExecuteAsync(new UpdateLoginProfile("alice") { Password = "An0ther-Passw0rd!" });
        await FailsAsync(() => _world.SignIn.SubmitCodeAsync(handle, serial, _world.Code(seed)));
        var late = (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", "An0ther-Passw0rd!")).Handle!;
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        await FailsAsync(() => _world.SignIn.SubmitCodeAsync(late, serial, _world.Code(seed)));
    }

    [Fact]
    public async Task CR_026_SC_037_a_password_that_must_be_changed_lets_nothing_else_be_done()
    {
        _world.User("alice");
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = Password, PasswordResetRequired = true });
        var state = await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password);
        Assert.Equal(SignInStatus.PasswordChangeRequired, state.Status);
        Assert.Null(state.Session);

        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.SignIn.ChangePasswordAsync(state.Handle!, "wrong", "N3w-Passw0rd!"));
        await SessionFixture.RefusedAsync(IamErrorCode.PasswordPolicyViolation, async () => await _world.SignIn.ChangePasswordAsync(state.Handle!, Password, "weak"));
        var complete = await _world.SignIn.ChangePasswordAsync(state.Handle!, Password, "N3w-Passw0rd!");
        Assert.Equal(SignInStatus.Complete, complete.Status);
        await FailsAsync(() => _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password));
        Assert.Equal(SignInStatus.Complete, (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", "N3w-Passw0rd!")).Status);
    }

    [Fact]
    public async Task CR_026_SC_089_with_a_device_a_stolen_password_cannot_change_itself()
    {
        _world.User("alice");
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = Password, PasswordResetRequired = true });
        var (serial, seed) = await _world.DeviceAsync("alice", "phone");
        _world.Clock.Advance(TimeSpan.FromSeconds(30));
        var state = await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password);
        Assert.Equal(SignInStatus.MfaRequired, state.Status);
        await FailsAsync(() => _world.SignIn.ChangePasswordAsync(state.Handle!, Password, "N3w-Passw0rd!"));
        var next = await _world.SignIn.SubmitCodeAsync(state.Handle!, serial, _world.Code(seed));
        Assert.Equal(SignInStatus.PasswordChangeRequired, next.Status);
        var complete = await _world.SignIn.ChangePasswordAsync(next.Handle!, Password, "N3w-Passw0rd!");
        Assert.Equal("true", await _world.KeyOfAsync(complete.Session!, "aws:MultiFactorAuthPresent"));
    }

    [Theory]
    [InlineData(false, SignInStatus.PasswordChangeRequired)]
    [InlineData(true, null)]
    public async Task CR_012_CR_014_a_password_expires_to_the_tick(bool hard, SignInStatus? atExpiry)
    {
        await _world.Trusted.ExecuteAsync(new UpdateAccountPasswordPolicy(new() { MaxPasswordAge = 90, HardExpiry = hard }));
        await UserAsync();
        var expiry = _world.Clock.GetUtcNow().AddDays(90);

        _world.Clock.SetUtcNow(expiry.AddDays(-15).AddTicks(-1));
        Assert.False((await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).PasswordExpiryWarning);
        _world.Clock.SetUtcNow(expiry.AddDays(-15));
        Assert.Equal(expiry, (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).PasswordExpiresAt);
        _world.Clock.SetUtcNow(expiry.AddTicks(-1));
        Assert.Equal(SignInStatus.Complete, (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Status);
        _world.Clock.SetUtcNow(expiry);
        if (atExpiry is { } status)
        {
            Assert.Equal(status, (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Status);
        }
        else
        {
            await SessionFixture.RefusedAsync(IamErrorCode.PasswordExpired, async () => await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password));
        }
    }

    [Fact]
    public async Task CR_111_guessing_is_slowed_down_for_names_that_exist_and_names_that_do_not()
    {
        await UserAsync();
        foreach (var name in new[] { "alice", "nobody" })
        {
            for (var i = 0; i < 5; i++)
            {
                await FailsAsync(() => _world.SignIn.SignInAsync(SessionFixture.Home, name, "wrong"));
            }

            await SessionFixture.RefusedAsync(IamErrorCode.Throttling, async () => await _world.SignIn.SignInAsync(SessionFixture.Home, name.ToUpperInvariant(), Password));
        }

        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(SignInStatus.Complete, (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Status);
    }

    [Fact]
    public async Task CR_104_a_sign_in_renews_a_hash_with_outdated_parameters()
    {
        var user = await UserAsync();
        var key = LoginProfile.KeyOf(user.Key);
        var old = _world.Find<LoginProfile>(key)!;
        _world.Change(old, p => p with { PasswordHash = new Pbkdf2PasswordHasher(2000).Hash(Password) });
        await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password);
        Assert.StartsWith("$pbkdf2-sha512$i=1000$", _world.Find<LoginProfile>(key)!.PasswordHash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CR_028_of_several_sign_ins_within_five_minutes_the_first_counts()
    {
        var user = await UserAsync();
        var first = _world.Clock.GetUtcNow();
        await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password);
        _world.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password);
        Assert.Equal(first, _world.Find<LoginProfile>(LoginProfile.KeyOf(user.Key))!.PasswordLastUsed);
        _world.Clock.Advance(TimeSpan.FromTicks(1));
        await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password);
        Assert.Equal(_world.Clock.GetUtcNow(), _world.Find<LoginProfile>(LoginProfile.KeyOf(user.Key))!.PasswordLastUsed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CR_027_credentials_of_a_sign_in_are_exported_only_by_option(bool option)
    {
        var world = new SessionFixture(new CredentialOptions { ExportSignInCredentials = option });
        world.User("alice");
        await world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = Password });
        var session = (await world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Session!;
        var credentials = new SessionIssuer(world.Directory).CredentialsOf(session);
        var act = async () => await world.Authenticator.AuthenticateAccessKeyAsync(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken);
        if (option)
        {
            Assert.True(((Session)await act()).IsExported);
        }
        else
        {
            await Assert.ThrowsAsync<SignatureException>(() => act());
        }
    }

    private async Task<IamUser> UserAsync()
    {
        var user = _world.User("alice");
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = Password });
        return user;
    }

    private static Task<IamException> FailsAsync<T>(Func<ValueTask<T>> act) => SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => act().AsTask());

}

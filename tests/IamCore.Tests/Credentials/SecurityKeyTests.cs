using System.Text;
using IamCore.Administration;
using IamCore.Administration.Credentials;
using IamCore.Credentials;
using IamCore.Credentials.Mfa;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Tests.Sessions;

namespace IamCore.Tests.Credentials;

/// <summary>Security keys and passkeys through the verifier interface (CR-058, CR-059).</summary>
public sealed class SecurityKeyTests
{
    private const string Password = "Passw0rd!";

    private readonly FakeVerifier _keys = new();

    private readonly SessionFixture _world;

    public SecurityKeyTests() => _world = new(new() { FidoVerifier = _keys });

    [Fact]
    public async Task SC_107_SC_088_CR_058_CR_059_a_platform_authenticator_is_registered_and_completes_a_sign_in()
    {
        var device = await RegisterAsync("alice", "finger");
        Assert.Equal(MfaDeviceType.Fido, device.Type);
        Assert.StartsWith("arn:aws:iam::123456789012:u2f/user/alice/phone-", device.SerialNumber, StringComparison.Ordinal);

        var password = await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password);
        Assert.Equal(SignInStatus.MfaRequired, password.Status);
        Assert.Equal(MfaDeviceType.Fido, Assert.Single((IEnumerable<MfaDeviceDescription>)password.Devices).Type);
        var options = await _world.SignIn.BeginAssertionAsync(password.Handle!);
        var complete = await _world.SignIn.SubmitAssertionAsync(password.Handle!, FakeVerifier.Answer("finger", options, counter: 1));
        Assert.Equal(SignInStatus.Complete, complete.Status);
        Assert.Equal("true", await _world.KeyOfAsync(complete.Session!, "aws:MultiFactorAuthPresent"));
        await FailsAsync(async () => await _world.SignIn.SubmitAssertionAsync(password.Handle!, FakeVerifier.Answer("finger", options, counter: 2))); // the handle is spent
    }

    [Theory]
    [InlineData(5u, 6u, true)]
    [InlineData(5u, 5u, false)]
    [InlineData(5u, 4u, false)]
    [InlineData(5u, 0u, false)]
    [InlineData(0u, 0u, true)] // devices that do not count
    [InlineData(0u, 1u, true)]
    public async Task CR_058_a_counter_that_does_not_increase_is_refused(uint stored, uint shown, bool expected)
    {
        await RegisterAsync("alice", "finger", stored);
        var handle = (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Handle!;
        var options = await _world.SignIn.BeginAssertionAsync(handle);
        var act = async () => await _world.SignIn.SubmitAssertionAsync(handle, FakeVerifier.Answer("finger", options, shown));
        if (expected)
        {
            Assert.Equal(SignInStatus.Complete, (await act()).Status);
        }
        else
        {
            await FailsAsync(act);
        }
    }

    [Fact]
    public async Task SC_089_CR_042_an_answer_to_another_challenge_or_of_another_device_is_refused()
    {
        await RegisterAsync("alice", "finger");
        await RegisterAsync("bob", "stick");
        var first = (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Handle!;
        var second = (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Handle!;
        var options = await _world.SignIn.BeginAssertionAsync(first);
        await FailsAsync(async () => await _world.SignIn.SubmitAssertionAsync(second, FakeVerifier.Answer("finger", options, 1)));
        await FailsAsync(async () => await _world.SignIn.SubmitAssertionAsync(first, FakeVerifier.Answer("stick", options, 1)));
        await FailsAsync(async () => await _world.SignIn.SubmitCodeAsync(first, "arn:aws:iam::123456789012:u2f/user/alice/phone", "123456"));
    }

    [Fact]
    public async Task CR_059_a_security_key_gives_no_token_code()
    {
        var device = await RegisterAsync("alice", "finger");
        var alice = (IamUser)(await _world.Store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(AccountId.Parse(SessionFixture.Home), "alice")), default))!;
        var key = await _world.KeyAsync(alice);
        await SessionFixture.RefusedAsync(
            IamErrorCode.AccessDenied, async () => await _world.Sts.GetSessionTokenAsync(key, new() { SerialNumber = device.SerialNumber, TokenCode = "123456" }));
        var role = _world.Role("Any", SessionFixture.Home);
        await SessionFixture.RefusedAsync(
            IamErrorCode.AccessDenied, () => _world.AssumeAsync(key, role, r => r with { SerialNumber = device.SerialNumber, TokenCode = "123456" }));
        await SessionFixture.RefusedAsync(
            IamErrorCode.InvalidInput, () => _world.Trusted.ExecuteAsync(new ResyncMFADevice("alice", device.SerialNumber, "123456", "123456"))); // CR-052
    }

    [Fact]
    public async Task CR_058_a_registration_is_good_once_for_its_user_within_five_minutes()
    {
        await UserAsync("alice");
        await UserAsync("bob");
        var begun = await _world.Trusted.ExecuteAsync(new BeginSecurityKeyRegistration("alice"));
        var answer = FakeVerifier.Answer("finger", begun.Options, 0);
        await RefusedAsync(IamErrorCode.InvalidAuthenticationCode, new CompleteSecurityKeyRegistration("bob", begun.Handle, answer));
        await RefusedAsync(IamErrorCode.InvalidAuthenticationCode, new CompleteSecurityKeyRegistration("alice", begun.Handle, "wrong"));
        await _world.Trusted.ExecuteAsync(new CompleteSecurityKeyRegistration("alice", begun.Handle, answer));
        await RefusedAsync(IamErrorCode.InvalidAuthenticationCode, new CompleteSecurityKeyRegistration("alice", begun.Handle, FakeVerifier.Answer("stick", begun.Options, 0)));

        var again = await _world.Trusted.ExecuteAsync(new BeginSecurityKeyRegistration("alice"));
        await RefusedAsync(IamErrorCode.EntityAlreadyExists, new CompleteSecurityKeyRegistration("alice", again.Handle, FakeVerifier.Answer("finger", again.Options, 0)));
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        await RefusedAsync(IamErrorCode.InvalidAuthenticationCode, new CompleteSecurityKeyRegistration("alice", again.Handle, FakeVerifier.Answer("new", again.Options, 0)));

        // A handle of a sign-in registers nothing, and one of a registration signs nobody in.
        var signIn = (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Handle!;
        await RefusedAsync(IamErrorCode.InvalidAuthenticationCode, new CompleteSecurityKeyRegistration("alice", signIn, answer));
        var third = await _world.Trusted.ExecuteAsync(new BeginSecurityKeyRegistration("alice"));
        await FailsAsync(async () => await _world.SignIn.SubmitAssertionAsync(third.Handle, answer));
    }

    [Fact]
    public async Task CR_053_CR_061_a_lost_security_key_is_forgotten_and_another_device_works()
    {
        var first = await RegisterAsync("alice", "finger");
        await RegisterAsync("alice", "stick", userIsThere: true);
        await _world.Trusted.ExecuteAsync(new DeactivateMFADevice("alice", first.SerialNumber));
        var handle = (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Handle!;
        var options = await _world.SignIn.BeginAssertionAsync(handle);
        await FailsAsync(async () => await _world.SignIn.SubmitAssertionAsync(handle, FakeVerifier.Answer("finger", options, 1)));
        Assert.Equal(SignInStatus.Complete, (await _world.SignIn.SubmitAssertionAsync(handle, FakeVerifier.Answer("stick", options, 1))).Status);
    }

    [Fact]
    public async Task CR_058_without_a_verifier_there_are_no_security_keys()
    {
        var world = new SessionFixture();
        world.User("alice");
        await SessionFixture.RefusedAsync(IamErrorCode.InvalidInput, () => world.Trusted.ExecuteAsync(new BeginSecurityKeyRegistration("alice")));
    }

    private async Task UserAsync(string name)
    {
        _world.User(name);
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile(name) { Password = Password });
    }

    private async Task<MfaDeviceDescription> RegisterAsync(string user, string authenticator, uint counter = 0, bool userIsThere = false)
    {
        if (!userIsThere)
        {
            await UserAsync(user);
        }

        var begun = await _world.Trusted.ExecuteAsync(new BeginSecurityKeyRegistration(user));
        return await _world.Trusted.ExecuteAsync(new CompleteSecurityKeyRegistration(user, begun.Handle, FakeVerifier.Answer(authenticator, begun.Options, counter), "phone"));
    }

    private static Task<IamException> FailsAsync(Func<Task> act) => SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, act);

    private Task<IamException> RefusedAsync<T>(IamErrorCode code, IamCommand<T> command) => SessionFixture.RefusedAsync(code, () => _world.Trusted.ExecuteAsync(command));

    /// <summary>Stands in for WebAuthn: options are the challenge, answers name the authenticator, the challenge and the counter.</summary>
    private sealed class FakeVerifier : IFidoVerifier
    {
        public static string Answer(string authenticator, string options, uint counter) => $"{authenticator} {options} {counter}";

        public string BeginRegistration(FidoUser user, ReadOnlySpan<byte> challenge, ValueList<FidoCredential> registered) => Convert.ToHexString(challenge);

        public string BeginAssertion(ReadOnlySpan<byte> challenge, ValueList<FidoCredential> allowed) => Convert.ToHexString(challenge);

        public ValueTask<FidoCredential?> CompleteRegistrationAsync(ReadOnlyMemory<byte> challenge, string response, CancellationToken cancellationToken)
        {
            var parts = response.Split(' ');
            return new(parts.Length == 3 && parts[1] == Convert.ToHexString(challenge.Span)
                ? new FidoCredential { CredentialId = parts[0], PublicKey = Convert.ToBase64String(Encoding.UTF8.GetBytes(parts[0])), SignCounter = uint.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture) }
                : null);
        }

        public ValueTask<FidoAssertion?> CompleteAssertionAsync(ReadOnlyMemory<byte> challenge, string response, ValueList<FidoCredential> allowed, CancellationToken cancellationToken)
        {
            var parts = response.Split(' ');
            return new(parts.Length == 3 && parts[1] == Convert.ToHexString(challenge.Span) && ((IEnumerable<FidoCredential>)allowed).Any(key => key.CredentialId == parts[0])
                ? new FidoAssertion(parts[0], uint.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture)) : null);
        }
    }
}

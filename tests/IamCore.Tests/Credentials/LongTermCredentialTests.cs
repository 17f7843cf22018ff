using System.Text;
using IamCore.Administration.Credentials;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Model;
using IamCore.Sessions;
using IamCore.Signing;
using IamCore.Stores;
using IamCore.Tests.Sessions;

namespace IamCore.Tests.Credentials;

public sealed class LongTermCredentialTests
{
    private const string Password = "Passw0rd!";

    private readonly SessionFixture _world = new();

    [Fact]
    public async Task SC_022_CR_030_a_third_key_is_refused_active_or_not()
    {
        _world.User("alice");
        var first = await _world.Trusted.ExecuteAsync(new CreateAccessKey("alice"));
        await _world.Trusted.ExecuteAsync(new CreateAccessKey("ALICE"));
        await _world.Trusted.ExecuteAsync(new UpdateAccessKey(first.AccessKeyId, CredentialStatus.Inactive, "alice"));
        await SessionFixture.RefusedAsync(IamErrorCode.LimitExceeded, () => _world.Trusted.ExecuteAsync(new CreateAccessKey("alice")));
        Assert.Equal(2, (await _world.Trusted.ExecuteAsync(new ListAccessKeys("alice"))).Count);
    }

    [Fact]
    public async Task CR_030_of_many_at_once_two_succeed()
    {
        _world.User("alice");
        var made = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            try
            {
                await _world.Trusted.ExecuteAsync(new CreateAccessKey("alice"));
                return true;
            }
            catch (IamException refusal) when (refusal.ErrorCode == IamErrorCode.LimitExceeded)
            {
                return false;
            }
        })));
        Assert.Equal(2, made.Count(ok => ok));
    }

    [Fact]
    public async Task CR_004_CR_105_SC_014_a_secret_is_given_once_kept_sealed_and_signs()
    {
        _world.User("alice");
        var key = await _world.Trusted.ExecuteAsync(new CreateAccessKey("alice"));
        Assert.Matches(@"\AAKIA[A-Z2-7]{16}\z", key.AccessKeyId);
        Assert.Equal(key.AccessKeyId, key.ToString());
        var stored = _world.Find<AccessKey>(new(ObjectKind.AccessKey, key.AccessKeyId))!;
        Assert.DoesNotContain(key.SecretAccessKey, stored.SealedSecret + stored, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.ASCII.GetBytes(key.SecretAccessKey)), stored.SealedSecret, StringComparison.Ordinal);

        var caller = await SignedAsync(key);
        Assert.Equal("arn:aws:iam::123456789012:user/alice", (await _world.Sts.GetCallerIdentityAsync(caller)).Arn);
    }

    [Fact]
    public async Task CR_032_CR_033_an_inactive_key_proves_nobody_and_a_deleted_one_neither()
    {
        _world.User("alice");
        var key = await _world.Trusted.ExecuteAsync(new CreateAccessKey("alice"));
        await _world.Trusted.ExecuteAsync(new UpdateAccessKey(key.AccessKeyId, CredentialStatus.Inactive, "alice"));
        await RefusedAsync(SignatureFaultCode.InvalidClientTokenId, () => SignedAsync(key));
        await _world.Trusted.ExecuteAsync(new UpdateAccessKey(key.AccessKeyId, CredentialStatus.Active, "alice"));
        await SignedAsync(key);
        await _world.Trusted.ExecuteAsync(new DeleteAccessKey(key.AccessKeyId, "alice"));
        await RefusedAsync(SignatureFaultCode.InvalidClientTokenId, () => SignedAsync(key));
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(new DeleteAccessKey(key.AccessKeyId, "alice")));
    }

    [Fact]
    public async Task CR_095_the_errors_of_authentication()
    {
        var user = _world.User("alice");
        var key = await _world.Trusted.ExecuteAsync(new CreateAccessKey("alice"));
        var caller = await SignedAsync(key);
        var temporary = (await _world.Sts.GetSessionTokenAsync(caller, new())).Credentials;
        var other = (await _world.Sts.GetSessionTokenAsync(caller, new())).Credentials;

        await RefusedAsync(SignatureFaultCode.InvalidClientTokenId, () => SignedAsync(key with { AccessKeyId = "AKIAAAAAAAAAAAAAAAAA" }));
        await RefusedAsync(SignatureFaultCode.SignatureDoesNotMatch, () => SignedAsync(key with { SecretAccessKey = new string('x', 40) }));
        await RefusedAsync(SignatureFaultCode.InvalidClientTokenId, () => SignedAsync(key.AccessKeyId, key.SecretAccessKey, "token"));
        await SignedAsync(temporary.AccessKeyId, temporary.SecretAccessKey, temporary.SessionToken);
        await RefusedAsync(SignatureFaultCode.InvalidClientTokenId, () => SignedAsync(temporary.AccessKeyId, temporary.SecretAccessKey, null));
        await RefusedAsync(SignatureFaultCode.InvalidClientTokenId, () => SignedAsync(temporary.AccessKeyId, temporary.SecretAccessKey, other.SessionToken));
        await RefusedAsync(SignatureFaultCode.SignatureDoesNotMatch, () => SignedAsync(temporary.AccessKeyId, other.SecretAccessKey, temporary.SessionToken));
        var altered = (temporary.SessionToken[50] == 'A' ? "B" : "A");
        await RefusedAsync(
            SignatureFaultCode.InvalidClientTokenId,
            () => SignedAsync(temporary.AccessKeyId, temporary.SecretAccessKey, temporary.SessionToken.Remove(50, 1).Insert(50, altered)));

        await _world.Trusted.ExecuteAsync(new DeleteAccessKey(key.AccessKeyId, "alice"));
        await SignedAsync(temporary.AccessKeyId, temporary.SecretAccessKey, temporary.SessionToken); // ST-084: the creating key does not end it
        _world.Delete(user);
        await RefusedAsync(SignatureFaultCode.InvalidClientTokenId, () => SignedAsync(temporary.AccessKeyId, temporary.SecretAccessKey, temporary.SessionToken)); // ID-091
    }

    [Fact]
    public async Task CR_035_the_last_use_is_noted_every_fifteen_minutes()
    {
        _world.User("alice");
        var key = await _world.Trusted.ExecuteAsync(new CreateAccessKey("alice"));
        var never = await _world.Trusted.ExecuteAsync(new GetAccessKeyLastUsed(key.AccessKeyId));
        Assert.Equal((null, "N/A", "N/A"), (never.LastUsedDate, never.Region, never.ServiceName));
        var first = _world.Clock.GetUtcNow();
        await SignedAsync(key);
        _world.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        await SignedAsync(key);
        var used = await _world.Trusted.ExecuteAsync(new GetAccessKeyLastUsed(key.AccessKeyId));
        Assert.Equal((first, "us-east-1", "docs"), (used.LastUsedDate, used.Region, used.ServiceName));
        _world.Clock.Advance(TimeSpan.FromTicks(1));
        await SignedAsync(key);
        Assert.Equal(_world.Clock.GetUtcNow(), (await _world.Trusted.ExecuteAsync(new GetAccessKeyLastUsed(key.AccessKeyId))).LastUsedDate);
    }

    [Fact]
    public async Task SC_047_CR_037_a_key_is_rotated_without_a_failed_request()
    {
        _world.User("alice");
        var old = await _world.Trusted.ExecuteAsync(new CreateAccessKey("alice"));
        await SignedAsync(old);
        var next = await _world.Trusted.ExecuteAsync(new RotateAccessKey("alice", old.AccessKeyId));
        await SignedAsync(old);
        await SignedAsync(next);
        Assert.NotNull((await _world.Trusted.ExecuteAsync(new GetAccessKeyLastUsed(next.AccessKeyId))).LastUsedDate);
        await _world.Trusted.ExecuteAsync(new CompleteRotation("alice", old.AccessKeyId));
        await RefusedAsync(SignatureFaultCode.InvalidClientTokenId, () => SignedAsync(old));
        await SignedAsync(next);
        Assert.Equal(2, (await _world.Trusted.ExecuteAsync(new ListAccessKeys("alice"))).Count);
        _world.Clock.Advance(TimeSpan.FromHours(24));
        await _world.Trusted.ExecuteAsync(new CompleteRotation("alice", old.AccessKeyId));
        Assert.Equal(next.AccessKeyId, Assert.Single(await _world.Trusted.ExecuteAsync(new ListAccessKeys("alice"))).AccessKeyId);
    }

    [Fact]
    public async Task CR_018_to_CR_020_the_life_of_a_password()
    {
        _world.User("alice");
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(new GetLoginProfile("alice")));
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(new CreateLoginProfile("nobody") { Password = Password }));
        var weak = await SessionFixture.RefusedAsync(IamErrorCode.PasswordPolicyViolation, () => _world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = "weak" }));
        Assert.Equal(["MinimumLength", "CharacterClasses"], ((IEnumerable<IamErrorDetail>)weak.Details).Select(d => d.Subject));
        await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, () => _world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = "\u0007" }));

        var made = await _world.Trusted.ExecuteAsync(new CreateLoginProfile("alice"));
        Assert.Equal(20, made.GeneratedPassword!.Length);
        Assert.DoesNotContain(made.GeneratedPassword, made.ToString(), StringComparison.Ordinal);
        Assert.Null((await _world.Trusted.ExecuteAsync(new GetLoginProfile("alice"))).GeneratedPassword);
        Assert.Equal(SignInStatus.Complete, (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", made.GeneratedPassword)).Status);
        await SessionFixture.RefusedAsync(IamErrorCode.EntityAlreadyExists, () => _world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = Password }));

        await _world.Trusted.ExecuteAsync(new UpdateLoginProfile("alice") { Password = Password });
        Assert.Equal(SignInStatus.Complete, (await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Status);
        await _world.Trusted.ExecuteAsync(new DeleteLoginProfile("alice"));
        await SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, async () => await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password));
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(new DeleteLoginProfile("alice")));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 0, false)]
    [InlineData(1, 1, true)]
    [InlineData(3, 2, false)]
    [InlineData(3, 3, true)]
    [InlineData(24, 3, false)]
    public async Task CR_011_a_password_is_not_used_again_within_the_last_n(int prevention, int changesSince, bool expected)
    {
        _world.User("alice");
        await _world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = Password });
        for (var i = 0; i < changesSince; i++)
        {
            await _world.Trusted.ExecuteAsync(new UpdateLoginProfile("alice") { Password = $"{Password}{i}" });
        }

        await _world.Trusted.ExecuteAsync(new UpdateAccountPasswordPolicy(new() { PasswordReusePrevention = prevention }));
        var act = () => _world.Trusted.ExecuteAsync(new UpdateLoginProfile("alice") { Password = Password });
        if (expected)
        {
            await act();
        }
        else
        {
            var refusal = await SessionFixture.RefusedAsync(IamErrorCode.PasswordPolicyViolation, () => act());
            Assert.Equal("Reuse", Assert.Single(refusal.Details).Subject);
        }
    }

    [Fact]
    public async Task CR_005_CR_006_the_account_policy_is_replaced_whole()
    {
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(new GetAccountPasswordPolicy()));
        await _world.Trusted.ExecuteAsync(new UpdateAccountPasswordPolicy(new() { MinimumPasswordLength = 12, RequireNumbers = true }));
        await _world.Trusted.ExecuteAsync(new UpdateAccountPasswordPolicy(new() { MaxPasswordAge = 90 }));
        Assert.Equal(new AccountPasswordPolicy { MaxPasswordAge = 90 }, await _world.Trusted.ExecuteAsync(new GetAccountPasswordPolicy()));
        await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, () => _world.Trusted.ExecuteAsync(new UpdateAccountPasswordPolicy(new() { MinimumPasswordLength = 5 })));
        await _world.Trusted.ExecuteAsync(new DeleteAccountPasswordPolicy());
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(new DeleteAccountPasswordPolicy()));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task CR_015_the_account_policy_may_let_users_change_their_own_password(bool allows, bool expected)
    {
        await _world.Trusted.ExecuteAsync(new UpdateAccountPasswordPolicy(new() { AllowUsersToChangePassword = allows }));
        var caller = await _world.KeyAsync(_world.User("alice", path: "/od*d/"));
        Assert.Equal(expected, (await _world.DecideAsync(caller, "iam:ChangePassword", "arn:aws:iam::123456789012:user/od*d/alice")).IsAllowed);
        Assert.Equal(expected, (await _world.DecideAsync(caller, "iam:GetAccountPasswordPolicy")).IsAllowed);
        Assert.False((await _world.DecideAsync(caller, "iam:ChangePassword", "arn:aws:iam::123456789012:user/odd/alice")).IsAllowed);
    }

    [Fact]
    public async Task CR_050_to_CR_054_the_life_of_a_device()
    {
        _world.User("alice");
        _world.User("bob");
        var made = await _world.Trusted.ExecuteAsync(new CreateVirtualMFADevice("phone"));
        Assert.Equal("arn:aws:iam::123456789012:mfa/phone", made.SerialNumber);
        Assert.Matches(@"\A[A-Z2-7]{64}\z", made.Base32StringSeed);
        Assert.Equal($"otpauth://totp/IamCore:phone@123456789012?secret={made.Base32StringSeed}&issuer=IamCore", made.ProvisioningUri);
        Assert.DoesNotContain(made.Base32StringSeed, made.ToString(), StringComparison.Ordinal);
        await SessionFixture.RefusedAsync(IamErrorCode.EntityAlreadyExists, () => _world.Trusted.ExecuteAsync(new CreateVirtualMFADevice("PHONE")));

        var seed = SessionFixture.Unbase32(made.Base32StringSeed);
        var enable = new EnableMFADevice("alice", made.SerialNumber, _world.Code(seed, -1), _world.Code(seed));
        await SessionFixture.RefusedAsync(IamErrorCode.InvalidAuthenticationCode, () => _world.Trusted.ExecuteAsync(enable with { AuthenticationCode1 = _world.Code(seed, -2) }));
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(enable with { SerialNumber = made.SerialNumber + "x" }));
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(enable with { UserName = "nobody" }));
        await _world.Trusted.ExecuteAsync(enable);
        await SessionFixture.RefusedAsync(IamErrorCode.EntityAlreadyExists, () => _world.Trusted.ExecuteAsync(enable with { UserName = "bob" }));
        await SessionFixture.RefusedAsync(IamErrorCode.DeleteConflict, () => _world.Trusted.ExecuteAsync(new DeleteVirtualMFADevice(made.SerialNumber)));
        await SessionFixture.RefusedAsync(IamErrorCode.DeleteConflict, () => _world.Trusted.ExecuteAsync(new RegenerateSeed(made.SerialNumber)));
        Assert.Equal(made.SerialNumber, Assert.Single(await _world.Trusted.ExecuteAsync(new ListMFADevices("alice"))).SerialNumber);

        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(new DeactivateMFADevice("bob", made.SerialNumber)));
        await _world.Trusted.ExecuteAsync(new DeactivateMFADevice("alice", made.SerialNumber));
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        await SessionFixture.RefusedAsync(IamErrorCode.InvalidInput, () => _world.Trusted.ExecuteAsync(new EnableMFADevice("bob", made.SerialNumber, _world.Code(seed, -1), _world.Code(seed))));
        var again = SessionFixture.Unbase32((await _world.Trusted.ExecuteAsync(new RegenerateSeed(made.SerialNumber))).Base32StringSeed);
        Assert.NotEqual(seed, again);
        await _world.Trusted.ExecuteAsync(new EnableMFADevice("bob", made.SerialNumber, _world.Code(again, -1), _world.Code(again)));
        await _world.Trusted.ExecuteAsync(new DeactivateMFADevice("bob", made.SerialNumber));
        await _world.Trusted.ExecuteAsync(new DeleteVirtualMFADevice(made.SerialNumber));
    }

    [Theory]
    [InlineData("alice")]
    [InlineData(null)]
    public async Task SC_112_CR_041_eight_devices_for_a_user_and_for_root(string? userName)
    {
        _world.User("alice");
        for (var i = 0; i < 8; i++)
        {
            await _world.DeviceAsync(userName, $"device{i}");
        }

        await SessionFixture.RefusedAsync(IamErrorCode.LimitExceeded, () => _world.DeviceAsync(userName, "ninth"));
    }

    [Fact]
    public async Task CR_052_a_device_that_has_gone_off_is_resynchronised()
    {
        var user = _world.User("alice", SessionFixture.AllowAll);
        var caller = await _world.KeyAsync(user);
        var (serial, seed) = await _world.DeviceAsync("alice", "phone");
        _world.Clock.Advance(TimeSpan.FromHours(1));
        var session = new GetSessionToken { SerialNumber = serial, TokenCode = _world.Code(seed, 100) };
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.GetSessionTokenAsync(caller, session));
        await SessionFixture.RefusedAsync(IamErrorCode.InvalidAuthenticationCode, () => _world.Trusted.ExecuteAsync(new ResyncMFADevice("alice", serial, _world.Code(seed, 120), _world.Code(seed, 121))));
        await _world.Trusted.ExecuteAsync(new ResyncMFADevice("alice", serial, _world.Code(seed, 98), _world.Code(seed, 99)));
        await _world.Sts.GetSessionTokenAsync(caller, session);
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.GetSessionTokenAsync(caller, session));
    }

    [Fact]
    public async Task SC_088_CR_057_a_hardware_token_is_registered_by_the_host_and_enabled_like_any_other()
    {
        _world.User("alice");
        var seed = Encoding.ASCII.GetBytes("12345678901234567890");
        await SessionFixture.RefusedAsync(IamErrorCode.ValidationError, () => _world.Trusted.ExecuteAsync(new RegisterHardwareToken("TOKEN-0001", seed.AsMemory(0, 15))));
        await _world.Trusted.ExecuteAsync(new RegisterHardwareToken("TOKEN-0001", seed));
        await SessionFixture.RefusedAsync(IamErrorCode.EntityAlreadyExists, () => _world.Trusted.ExecuteAsync(new RegisterHardwareToken("token-0001", seed)));
        await _world.Trusted.ExecuteAsync(new EnableMFADevice("alice", "TOKEN-0001", _world.Code(seed, -1), _world.Code(seed)));
        Assert.Equal(MfaDeviceType.HardwareTotp, Assert.Single(await _world.Trusted.ExecuteAsync(new ListMFADevices("alice"))).Type);
    }

    [Fact]
    public async Task CR_048_a_code_used_on_many_nodes_at_once_works_once()
    {
        var caller = await _world.KeyAsync(_world.User("alice"));
        var (serial, seed) = await _world.DeviceAsync("alice", "phone");
        _world.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = _world.Code(seed);
        var accepted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                await _world.Sts.GetSessionTokenAsync(caller, new() { SerialNumber = serial, TokenCode = code });
                return true;
            }
            catch (IamException)
            {
                return false;
            }
        })));
        Assert.Single(accepted, ok => ok);
    }

    [Fact]
    public void CR_106_a_durable_directory_without_a_protector_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new CredentialServices(new(), new DurableStore(), TimeProvider.System));

    private Task<Caller> SignedAsync(NewAccessKey key) => SignedAsync(key.AccessKeyId, key.SecretAccessKey, null);

    /// <summary>A request signed by the signer and proven by the authenticator.</summary>
    private async Task<Caller> SignedAsync(string id, string secret, string? token)
    {
        var endpoint = new SigningEndpoint("us-east-1", "docs");
        var request = new SignableRequest("GET", "/documents/42", new[] { new RequestHeader("Host", "docs.example.com") });
        request = request with { Headers = (RequestHeader[])[.. request.Headers.Span, .. new RequestSigner(endpoint, _world.Clock).Sign(in request, id, secret, token)] };
        return await _world.Authenticator.AuthenticateAsync(new SignatureVerifier(endpoint, _world.Clock), request);
    }

    private static async Task RefusedAsync(SignatureFaultCode code, Func<Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<SignatureException>(act)).Fault.Code);

    private sealed class DurableStore : IDirectoryStore
    {
        public ValueTask<long> GetRevisionAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<DirectoryGraph> LoadAsync(System.Collections.Immutable.ImmutableArray<ObjectLocator> roots, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<DirectoryObject?> FindAsync(ObjectLocator locator, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<ObjectPage> ListAsync(ObjectQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<int> CountAsync(ObjectQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<Commit> WatchAsync(long afterRevision, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}

using IamCore.Credentials;
using IamCore.Credentials.Mfa;
using IamCore.Credentials.Passwords;
using IamCore.Credentials.Secrets;
using IamCore.Credentials.Throttling;
using IamCore.Events;
using IamCore.IdentityCenter.Devices;
using IamCore.Model;
using IamCore.Sessions;

namespace IamCore.IdentityCenter.Portal;

/// <summary>Performs the sign-in to the access portal step by step (ST-148, CR-024 to CR-026, CR-110 to CR-112).</summary>
internal sealed class PortalSignInFlow
{
    private const int MaxTrustedContexts = 20;

    private static readonly TimeSpan HandleLife = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan EmailCodeLife = TimeSpan.FromMinutes(10);

    private readonly IamDirectory _directory;
    private readonly PortalReader _reader;
    private readonly PortalCodes _codes;
    private readonly Lazy<string> _dummyHash;

    public PortalSignInFlow(IamDirectory directory, PortalReader reader)
    {
        _directory = directory;
        _reader = reader;
        _codes = new(directory, reader);
        _dummyHash = new(() => directory.Credentials.Options.PasswordHasher.Hash(AccessKeyMaterial.NewSecret(directory.Options.Random)));
    }

    private DateTimeOffset Now => _directory.Options.TimeProvider.GetUtcNow();

    private CredentialServices Services => _directory.Credentials;

    /// <summary>Starts a sign-in with user name, password and optionally a code.</summary>
    public async ValueTask<PortalSignInResult> BeginAsync(PortalSignIn request, CancellationToken cancellationToken)
    {
        var instance = await _reader.InstanceAsync(cancellationToken).ConfigureAwait(false);
        var attempt = new Attempt(instance, request.UserName, request.Source);
        await BeginAsync(attempt, cancellationToken).ConfigureAwait(false);
        var (user, login) = instance.IdentitySource switch
        {
            IdentitySource.Directory => await CheckPasswordAsync(request, cancellationToken).ConfigureAwait(false),
            IdentitySource.DirectorySource => await AskSourceAsync(instance, request, cancellationToken).ConfigureAwait(false),
            _ => throw SignInFailure.Failed("ST-135"),
        };
        // Only after the password, so that nobody learns without it that a user is disabled.
        if (user.Status != DirectoryUserStatus.Enabled)
        {
            throw SignInFailure.Failed("ST-148");
        }

        var devices = await _reader.DevicesAsync(user, cancellationToken).ConfigureAwait(false);
        var context = PortalReader.HashOf(request.Context, user.Id);
        var isTrusted = context is not null && login.TrustedContexts.Contains(context);
        var step = PortalMfa.StepOf(instance.MfaMode, instance.MissingDevice, devices.Length > 0, isTrusted)
            ?? throw IdentityCenterErrors.Denied("An MFA device is required to sign in, and none is registered.", "ST-155");
        var progress = new Progress(instance, user, login, context, request.TrustContext, attempt);
        switch (step)
        {
            case SignInStatus.Complete:
                return await ContinueAsync(progress, null, cancellationToken).ConfigureAwait(false);
            case SignInStatus.MfaRequired when request.Mfa is { } code:
                return await _codes.TryUseAsync(user, code, cancellationToken).ConfigureAwait(false)
                    ? await ContinueAsync(progress, Now, cancellationToken).ConfigureAwait(false) : throw SignInFailure.Failed();
            case SignInStatus.EmailOtpRequired:
                return SendCode(progress);
            default:
                return new()
                {
                    Status = step,
                    Handle = HandleOf(progress, step, null),
                    Devices = [.. devices.Select(PortalDeviceDescription.Of)],
                };
        }
    }

    /// <summary>Continues with the code of an authenticator app.</summary>
    public async ValueTask<PortalSignInResult> SubmitCodeAsync(string handle, PortalCode code, string? source, CancellationToken cancellationToken)
    {
        var (state, progress) = await OpenAsync(handle, SignInStatus.MfaRequired, source, cancellationToken).ConfigureAwait(false);
        await BeginAsync(progress.Attempt, cancellationToken).ConfigureAwait(false);
        if (!await _codes.TryUseAsync(progress.User, code, cancellationToken).ConfigureAwait(false))
        {
            throw SignInFailure.Failed();
        }

        await SpendAsync(progress, state, cancellationToken).ConfigureAwait(false);
        return await ContinueAsync(progress, Now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Continues with the code sent by e-mail. It does not count as an MFA device: no context is trusted because of it.</summary>
    public async ValueTask<PortalSignInResult> SubmitEmailCodeAsync(string handle, string code, string? source, CancellationToken cancellationToken)
    {
        var (state, progress) = await OpenAsync(handle, SignInStatus.EmailOtpRequired, source, cancellationToken).ConfigureAwait(false);
        await BeginAsync(progress.Attempt, cancellationToken).ConfigureAwait(false);
        if (state.EmailCode is not { } sent || !await _codes.IsSentAsync(progress.Instance.Account, state.Id, sent, code, cancellationToken).ConfigureAwait(false))
        {
            throw SignInFailure.Failed();
        }

        await SpendAsync(progress, state, cancellationToken).ConfigureAwait(false);
        return await ContinueAsync(progress, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the request options for a security key.</summary>
    public async ValueTask<string> BeginAssertionAsync(string handle, CancellationToken cancellationToken)
    {
        var (state, progress) = await OpenAsync(handle, SignInStatus.MfaRequired, null, cancellationToken).ConfigureAwait(false);
        var keys = KeysOf(await _reader.DevicesAsync(progress.User, cancellationToken).ConfigureAwait(false));
        return keys.Count == 0 || Services.Options.FidoVerifier is not { } verifier
            ? throw SignInFailure.Failed() : verifier.BeginAssertion(FidoChallenges.Of(state), keys);
    }

    /// <summary>Continues with a security key (CR-058, CR-059).</summary>
    public async ValueTask<PortalSignInResult> SubmitAssertionAsync(string handle, string response, string? source, CancellationToken cancellationToken)
    {
        var (state, progress) = await OpenAsync(handle, SignInStatus.MfaRequired, source, cancellationToken).ConfigureAwait(false);
        await BeginAsync(progress.Attempt, cancellationToken).ConfigureAwait(false);
        var devices = await _reader.DevicesAsync(progress.User, cancellationToken).ConfigureAwait(false);
        var keys = KeysOf(devices);
        var assertion = keys.Count == 0 || Services.Options.FidoVerifier is not { } verifier ? null
            : await verifier.CompleteAssertionAsync(FidoChallenges.Of(state), response, keys, cancellationToken).ConfigureAwait(false);
        var device = assertion is null ? null : devices.FirstOrDefault(device => device.Fido?.CredentialId == assertion.CredentialId);
        if (device is null || !FidoChallenges.Follows(device.Fido!.SignCounter, assertion!.SignCounter))
        {
            throw SignInFailure.Failed();
        }

        await SpendAsync(progress, state, cancellationToken).ConfigureAwait(false);
        var counted = device with { Fido = device.Fido with { SignCounter = assertion.SignCounter } };
        var commit = await _directory.Store.CommitAsync(new() { Puts = [counted] }, cancellationToken).ConfigureAwait(false);
        return commit.IsCommitted ? await ContinueAsync(progress, Now, cancellationToken).ConfigureAwait(false) : throw SignInFailure.Failed();
    }

    /// <summary>Continues with a new password, if one is required.</summary>
    public async ValueTask<PortalSignInResult> ChangePasswordAsync(string handle, string oldPassword, string newPassword, CancellationToken cancellationToken)
    {
        var (state, progress) = await OpenAsync(handle, SignInStatus.PasswordChangeRequired, null, cancellationToken).ConfigureAwait(false);
        await BeginAsync(progress.Attempt, cancellationToken).ConfigureAwait(false);
        var login = await _directory.ForAccount(progress.Instance.Account).ExecuteAsync(
            new ChangePortalPassword(progress.User.Id, progress.Login.Version, oldPassword, newPassword) { InstanceArn = progress.Instance.Arn }, cancellationToken).ConfigureAwait(false);
        await SpendAsync(progress, state, cancellationToken).ConfigureAwait(false);
        return await ContinueAsync(progress with { Login = login }, state.MfaAt is { } mfa ? DateTimeOffset.FromUnixTimeMilliseconds(mfa) : null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Returns the user who may enrol a device during a sign-in. If users do not manage their devices, only administrators enrol them
    /// (ST-157).
    /// </summary>
    public async ValueTask<(IdentityCenterInstance Instance, DirectoryUser User)> EnrollingAsync(string handle, CancellationToken cancellationToken)
    {
        var (_, progress) = await OpenAsync(handle, SignInStatus.MfaEnrolmentRequired, null, cancellationToken).ConfigureAwait(false);
        return progress.Instance.AllowUserDeviceManagement && (await _reader.DevicesAsync(progress.User, cancellationToken).ConfigureAwait(false)).Length == 0
            ? (progress.Instance, progress.User) : throw IdentityCenterErrors.Denied("Only administrators can enrol devices.", "ST-157");
    }

    /// <summary>Completes a sign-in whose device has just been enabled.</summary>
    public async ValueTask<PortalSignInResult> EnrolledAsync(string handle, CancellationToken cancellationToken)
    {
        var (state, progress) = await OpenAsync(handle, SignInStatus.MfaEnrolmentRequired, null, cancellationToken).ConfigureAwait(false);
        await SpendAsync(progress, state, cancellationToken).ConfigureAwait(false);
        return await ContinueAsync(progress, Now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Signs in a user authenticated by the external identity provider, which is responsible for MFA (ST-158).</summary>
    public async ValueTask<PortalSession> WithProofAsync(string proof, CancellationToken cancellationToken)
    {
        var instance = await _reader.InstanceAsync(cancellationToken).ConfigureAwait(false);
        var identity = instance.IdentitySource == IdentitySource.ExternalProvider && _directory.Options.IdentityCenter.ExternalProvider is { } provider
            ? await provider.VerifyAsync(instance.Arn, proof, cancellationToken).ConfigureAwait(false) : null;
        var user = identity is null ? null : await _reader.FindUserAsync(identity.UserName, cancellationToken).ConfigureAwait(false);
        if (user is not { Status: DirectoryUserStatus.Enabled } || identity!.SessionEnd <= Now)
        {
            throw SignInFailure.Failed("ST-135");
        }

        return Issue(instance, user, null, identity.SessionEnd, identity.Tags);
    }

    private async ValueTask<(DirectoryUser User, DirectoryLogin Login)> CheckPasswordAsync(PortalSignIn request, CancellationToken cancellationToken)
    {
        var user = await _reader.FindUserAsync(request.UserName, cancellationToken).ConfigureAwait(false);
        var login = user is null ? null : await _reader.LoginAsync(user.Id, cancellationToken).ConfigureAwait(false);
        // Hashed even if there is no such user, so that response times do not reveal which names exist (CR-110).
        var match = Services.Options.PasswordHasher.Verify(request.Password, login?.PasswordHash ?? _dummyHash.Value);
        if (user is null || login?.PasswordHash is null || match == PasswordMatch.None)
        {
            throw SignInFailure.Failed();
        }

        if (match == PasswordMatch.Outdated)
        {
            var rehashed = login with { PasswordHash = Services.Options.PasswordHasher.Hash(request.Password) };
            var commit = await _directory.Store.CommitAsync(new() { Puts = [rehashed] }, cancellationToken).ConfigureAwait(false);
            login = commit.IsCommitted ? rehashed with { Revision = commit.Revision } : login; // If the commit fails, the next sign-in rehashes.
        }

        return (user, login);
    }

    private async ValueTask<(DirectoryUser User, DirectoryLogin Login)> AskSourceAsync(
        IdentityCenterInstance instance, PortalSignIn request, CancellationToken cancellationToken)
    {
        var person = _directory.Options.IdentityCenter.DirectorySource is { } source
            ? await source.AuthenticateAsync(request.UserName, request.Password, cancellationToken).ConfigureAwait(false) : null;
        if (person is null)
        {
            throw SignInFailure.Failed("ST-135");
        }

        var user = await _directory.ForAccount(instance.Account).ExecuteAsync(new AdoptSourceUser(person) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
        return (user, await _reader.LoginAsync(user.Id, cancellationToken).ConfigureAwait(false) ?? throw SignInFailure.Failed("ST-135"));
    }

    private PortalSignInResult SendCode(Progress progress)
    {
        if (progress.User.Email is not { } email)
        {
            throw IdentityCenterErrors.Denied("An MFA device is required to sign in, and none is registered.", "ST-155");
        }

        var code = _directory.Options.Random.Text(OneTimePassword.Digits, "0123456789");
        var mail = new IdentityCenterEmailCode(progress.Instance.Arn, progress.User.Id, email, code, Now + EmailCodeLife);
        foreach (var observer in (IEnumerable<IDirectoryObserver>)_directory.Options.Observers)
        {
            observer.OnEmailCode(mail);
        }

        return new() { Status = SignInStatus.EmailOtpRequired, Handle = HandleOf(progress, SignInStatus.EmailOtpRequired, null, code) };
    }

    /// <summary>Continues once all factors are verified.</summary>
    private async ValueTask<PortalSignInResult> ContinueAsync(Progress progress, DateTimeOffset? mfaTime, CancellationToken cancellationToken)
    {
        if (progress.Login.PasswordResetRequired && progress.Instance.IdentitySource == IdentitySource.Directory)
        {
            return new() { Status = SignInStatus.PasswordChangeRequired, Handle = HandleOf(progress, SignInStatus.PasswordChangeRequired, mfaTime) };
        }

        foreach (var key in progress.Attempt.Keys)
        {
            await Services.Limiter.SucceededAsync(key, cancellationToken).ConfigureAwait(false);
        }

        if (progress is { Context: { } context, TrustContext: true } && mfaTime is not null && !progress.Login.TrustedContexts.Contains(context))
        {
            // If the commit fails, the context stays untrusted and the next sign-in asks for a device again.
            var trusting = progress.Login with { TrustedContexts = [context, .. ((IEnumerable<string>)progress.Login.TrustedContexts).Take(MaxTrustedContexts - 1)] };
            _ = await _directory.Store.CommitAsync(new() { Puts = [trusting] }, cancellationToken).ConfigureAwait(false);
        }

        return new() { Status = SignInStatus.Complete, Session = Issue(progress.Instance, progress.User, mfaTime, null, ValueList<Tag>.Empty) };
    }

    private PortalSession Issue(IdentityCenterInstance instance, DirectoryUser user, DateTimeOffset? mfaTime, DateTimeOffset? end, ValueList<Tag> tags)
    {
        var now = Now;
        var expires = now.AddSeconds(instance.PortalSessionSeconds);
        var state = new PortalState
        {
            Id = $"portal-{_directory.Options.Random.Text(26, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}",
            InstanceId = instance.Id,
            UserId = user.Id,
            IssuedAt = now.ToUnixTimeMilliseconds(),
            ExpiresAt = (end < expires ? end.Value : expires).ToUnixTimeMilliseconds(),
            Source = instance.IdentitySource,
            MfaAt = mfaTime?.ToUnixTimeMilliseconds(),
            Tags = [.. tags],
        };
        return new(state, SealedState.Seal(Services.Protector, state));
    }

    private async ValueTask BeginAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        foreach (var key in attempt.Keys)
        {
            if (await Services.Limiter.BeginAsync(key, cancellationToken).ConfigureAwait(false) > TimeSpan.Zero)
            {
                throw new IamException(IamErrorCode.ThrottlingException, "Too many attempts. Please wait and try again.", "CR-111");
            }
        }
    }

    private string HandleOf(Progress progress, SignInStatus step, DateTimeOffset? mfaTime, string? emailCode = null) =>
        SealedState.Seal(Services.Protector, SecretPurpose.Challenge, new()
        {
            Id = $"portal-challenge-{_directory.Options.Random.Text(26, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}",
            Account = progress.Instance.Scope,
            ExpiresAt = (Now + (emailCode is null ? HandleLife : EmailCodeLife)).ToUnixTimeMilliseconds(),
            Step = step,
            Owner = progress.User.Key.ToString(),
            PasswordVersion = progress.Login.Version,
            MfaAt = mfaTime?.ToUnixTimeMilliseconds(),
            Context = progress.Context,
            TrustContext = progress.TrustContext,
            EmailCode = emailCode,
        });

    /// <summary>
    /// Opens the handle of a step. It must not be altered, expired, used or from a previous password, and its user must still be able to
    /// sign in.
    /// </summary>
    private async ValueTask<(HandleState State, Progress Progress)> OpenAsync(string handle, SignInStatus step, string? source, CancellationToken cancellationToken)
    {
        var instance = await _reader.InstanceAsync(cancellationToken).ConfigureAwait(false);
        if (SealedState.TryOpen(Services.Protector, SecretPurpose.Challenge, handle, out var state) && state.Step == step && Now < state.Expiration
            && ObjectKey.TryParse(state.Owner, out var owner) && owner.Kind == ObjectKind.DirectoryUser && instance.IdentitySource != IdentitySource.ExternalProvider
            && await _reader.UserAsync(owner.Id, cancellationToken).ConfigureAwait(false) is { Status: DirectoryUserStatus.Enabled } user
            && await _reader.LoginAsync(user.Id, cancellationToken).ConfigureAwait(false) is { } login && login.Version == state.PasswordVersion
            && await _reader.FindAsync<SpentToken>(new(ObjectKind.SpentToken, state.Id), cancellationToken).ConfigureAwait(false) is null)
        {
            return (state, new(instance, user, login, state.Context, state.TrustContext, new(instance, user.UserName, source)));
        }

        throw SignInFailure.Failed();
    }

    private async ValueTask SpendAsync(Progress progress, HandleState state, CancellationToken cancellationToken)
    {
        if (!await SpentTokens.TrySpendAsync(_directory, progress.Instance.Account, state.Id, state.Expiration, cancellationToken).ConfigureAwait(false))
        {
            throw SignInFailure.Failed();
        }
    }

    private static ValueList<FidoCredential> KeysOf(PortalDevice[] devices) => [.. devices.Select(device => device.Fido).OfType<FidoCredential>()];

    private sealed record Progress(IdentityCenterInstance Instance, DirectoryUser User, DirectoryLogin Login, string? Context, bool TrustContext, Attempt Attempt);

    private sealed record Attempt(IdentityCenterInstance Instance, string UserName, string? Source)
    {
        /// <summary>The keys for rate limiting. The slash keeps directory users apart from IAM users of the same account.</summary>
        public IEnumerable<AttemptKey> Keys => Source is null
            ? [new(AttemptKind.Principal, Instance.Account, $"{Instance.Id}/{UserName.ToLowerInvariant()}")]
            : [new(AttemptKind.Principal, Instance.Account, $"{Instance.Id}/{UserName.ToLowerInvariant()}"), new(AttemptKind.Source, default, Source)];
    }
}

using IamCore.Administration;
using IamCore.Administration.Credentials;
using IamCore.Callers;
using IamCore.Configuration;
using IamCore.Credentials;
using IamCore.Credentials.Mfa;
using IamCore.Credentials.Passwords;
using IamCore.Credentials.Secrets;
using IamCore.Credentials.Throttling;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Sessions.SignIn;

/// <summary>
/// Sign-in with password and device, for users and root (CR-023 to CR-029). Whatever is wrong gives the same answer after about the same
/// work (CR-024, CR-110). Safe for any number of threads.
/// </summary>
public sealed partial class SignInService
{
    private static readonly TimeSpan HandleLife = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ExpiryWarning = TimeSpan.FromDays(15);

    private static readonly TimeSpan LastUsedStep = TimeSpan.FromMinutes(5);

    private const int CodesBeforeResync = 5;

    private readonly IamDirectory _directory;
    private readonly SessionIssuer _issuer;
    private readonly MfaCodes _codes;
    private readonly SessionAudit _audit;
    private readonly Lazy<string> _dummyHash;

    /// <summary>Sign-in to a directory's accounts.</summary>
    public SignInService(IamDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        _directory = directory;
        _issuer = new(directory);
        _codes = new(directory.Store, directory.Credentials, directory.Options.TimeProvider);
        _audit = new(directory);
        _dummyHash = new(() => directory.Credentials.Options.PasswordHasher.Hash(AccessKeyMaterial.NewSecret(directory.Options.Random)));
    }

    private DateTimeOffset Now => _directory.Options.TimeProvider.GetUtcNow();

    private CredentialServices Services => _directory.Credentials;

    /// <summary>Signs a user in (CR-023).</summary>
    /// <param name="accountOrAlias">The account's id or alias.</param>
    /// <param name="userName">The user's name, in any letter case.</param>
    /// <param name="password">The password.</param>
    /// <param name="source">Where the attempt comes from, for example an address, for the limiter (CR-111).</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>, <c>PasswordExpired</c> or <c>Throttling</c>.</exception>
    public ValueTask<SignInResult> SignInAsync(
        string accountOrAlias, string userName, string password, string? source = null, CancellationToken cancellationToken = default) =>
        TellAsync("signin:SignIn", source, trace => SignInAsync(trace, accountOrAlias, userName, password, source, cancellationToken));

    private async ValueTask<SignInResult> SignInAsync(
        SignInTrace trace, string accountOrAlias, string userName, string password, string? source, CancellationToken cancellationToken)
    {
        var account = await AccountLookup.FindAsync(_directory, accountOrAlias, cancellationToken).ConfigureAwait(false);
        var attempt = new SignInAttempt(account?.AccountId ?? default, DirectoryKeys.Fold(userName), source);
        await BeginAsync(attempt, cancellationToken).ConfigureAwait(false);
        var user = account is null ? null : await _directory.Store.FindAsync(
            ObjectLocator.ByUniqueKey(DirectoryKeys.User(account.AccountId, userName)), cancellationToken).ConfigureAwait(false) as IamUser;
        if (account is not null && user is not null)
        {
            trace.IsAbout(account, user);
        }
        else
        {
            trace.IsAboutNobody(account);
        }

        return await CheckPasswordAsync(trace, account, user?.Key, password, attempt, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Signs an account's root user in by its e-mail address (CR-023).</summary>
    /// <param name="email">The address, in any letter case.</param>
    /// <param name="password">The password.</param>
    /// <param name="source">Where the attempt comes from.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AuthenticationFailed</c> or <c>Throttling</c>.</exception>
    public ValueTask<SignInResult> SignInRootAsync(string email, string password, string? source = null, CancellationToken cancellationToken = default) =>
        TellAsync("signin:SignInRoot", source, trace => SignInRootAsync(trace, email, password, source, cancellationToken));

    private async ValueTask<SignInResult> SignInRootAsync(SignInTrace trace, string email, string password, string? source, CancellationToken cancellationToken)
    {
        var account = await _directory.Store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.RootEmail(email)), cancellationToken).ConfigureAwait(false) as IamAccount;
        var attempt = new SignInAttempt(account?.AccountId ?? default, account is null ? $"root/{email.ToLowerInvariant()}" : "root", source);
        await BeginAsync(attempt, cancellationToken).ConfigureAwait(false);
        if (account is not null)
        {
            trace.IsAbout(account, null);
        }

        return await CheckPasswordAsync(trace, account, account?.Key, password, attempt, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Shows a device by its code (CR-025).</summary>
    /// <param name="handle">The handle of <see cref="SignInStatus.MfaRequired"/>.</param>
    /// <param name="serialNumber">One of the devices.</param>
    /// <param name="code">Its code.</param>
    /// <param name="source">Where the attempt comes from.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>, <c>PasswordExpired</c> or <c>Throttling</c>.</exception>
    public ValueTask<SignInResult> SubmitCodeAsync(
        string handle, string serialNumber, string code, string? source = null, CancellationToken cancellationToken = default) =>
        TellAsync("signin:SubmitCode", source, trace => SubmitCodeAsync(trace, handle, serialNumber, code, source, cancellationToken));

    private async ValueTask<SignInResult> SubmitCodeAsync(
        SignInTrace trace, string handle, string serialNumber, string code, string? source, CancellationToken cancellationToken)
    {
        var step = await OpenAsync(trace, handle, SignInStatus.MfaRequired, cancellationToken).ConfigureAwait(false);
        var attempt = new SignInAttempt(step.Account.AccountId, step.Name, source);
        await BeginAsync(attempt, cancellationToken).ConfigureAwait(false);
        if (!OneTimePassword.IsCode(code)
            || !await _codes.TryUseAsync(step.Account.AccountId, step.Profile.Owner, serialNumber, code, cancellationToken).ConfigureAwait(false))
        {
            throw trace.Failed("wrong code");
        }

        await SpendAsync(trace, step, cancellationToken).ConfigureAwait(false);
        return await ContinueAsync(step.Account, step.Profile, attempt, Now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the browser is given to show a security key or passkey in place of a code (CR-059): the request options of WebAuthn as JSON.</summary>
    /// <param name="handle">The handle of <see cref="SignInStatus.MfaRequired"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>: the handle is no longer good, or there is no such device.</exception>
    public async ValueTask<string> BeginAssertionAsync(string handle, CancellationToken cancellationToken = default)
    {
        var step = await OpenAsync(new(), handle, SignInStatus.MfaRequired, cancellationToken).ConfigureAwait(false);
        var keys = KeysOf(await DevicesAsync(step.Account, step.Profile.Owner, cancellationToken).ConfigureAwait(false));
        return keys.Count == 0 || Services.Options.FidoVerifier is not { } verifier
            ? throw SignInFailure.Failed() : verifier.BeginAssertion(FidoChallenges.Of(step.State), keys);
    }

    /// <summary>Shows a security key or passkey (CR-059). A counter that does not increase is refused (CR-058).</summary>
    /// <param name="handle">The handle of <see cref="SignInStatus.MfaRequired"/>.</param>
    /// <param name="response">What the browser gave, as JSON.</param>
    /// <param name="source">Where the attempt comes from.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>, <c>PasswordExpired</c> or <c>Throttling</c>.</exception>
    public ValueTask<SignInResult> SubmitAssertionAsync(string handle, string response, string? source = null, CancellationToken cancellationToken = default) =>
        TellAsync("signin:SubmitAssertion", source, trace => SubmitAssertionAsync(trace, handle, response, source, cancellationToken));

    private async ValueTask<SignInResult> SubmitAssertionAsync(SignInTrace trace, string handle, string response, string? source, CancellationToken cancellationToken)
    {
        var step = await OpenAsync(trace, handle, SignInStatus.MfaRequired, cancellationToken).ConfigureAwait(false);
        var attempt = new SignInAttempt(step.Account.AccountId, step.Name, source);
        await BeginAsync(attempt, cancellationToken).ConfigureAwait(false);
        var devices = await DevicesAsync(step.Account, step.Profile.Owner, cancellationToken).ConfigureAwait(false);
        var keys = KeysOf(devices);
        var assertion = keys.Count == 0 || Services.Options.FidoVerifier is not { } verifier ? null
            : await verifier.CompleteAssertionAsync(FidoChallenges.Of(step.State), response, keys, cancellationToken).ConfigureAwait(false);
        var device = assertion is null ? null : devices.FirstOrDefault(device => device.Fido?.CredentialId == assertion.CredentialId);
        if (device is null || !FidoChallenges.Follows(device.Fido!.SignCounter, assertion!.SignCounter))
        {
            throw trace.Failed("the security key was not proven, or its counter did not increase");
        }

        await SpendAsync(trace, step, cancellationToken).ConfigureAwait(false);
        var counted = device with { Fido = device.Fido with { SignCounter = assertion.SignCounter } };
        var commit = await _directory.Store.CommitAsync(new() { Puts = [counted] }, cancellationToken).ConfigureAwait(false);
        return commit.IsCommitted
            ? await ContinueAsync(step.Account, step.Profile, attempt, Now, cancellationToken).ConfigureAwait(false)
            : throw trace.Failed("the counter was used at the same time"); // the same counter cannot be taken twice
    }

    /// <summary>Puts a device of the one who signs in back into step, by two consecutive codes of the last or next hour (CR-052). The sign-in then goes on
    /// with a further code.</summary>
    /// <param name="handle">The handle of <see cref="SignInStatus.MfaRequired"/>.</param>
    /// <param name="serialNumber">One of the devices.</param>
    /// <param name="code1">A code.</param>
    /// <param name="code2">The one after it.</param>
    /// <param name="source">Where the attempt comes from.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AuthenticationFailed</c> or <c>Throttling</c>.</exception>
    public async ValueTask ResyncAsync(
        string handle, string serialNumber, string code1, string code2, string? source = null, CancellationToken cancellationToken = default)
    {
        var step = await OpenAsync(new(), handle, SignInStatus.MfaRequired, cancellationToken).ConfigureAwait(false);
        await BeginAsync(new(step.Account.AccountId, step.Name, source), cancellationToken).ConfigureAwait(false);
        try
        {
            await _directory.ForAccount(step.Account.AccountId).ExecuteAsync(
                new ResyncMFADevice(step.User?.Name, serialNumber, code1, code2), cancellationToken).ConfigureAwait(false);
        }
        catch (IamException refusal) when (refusal.ErrorCode is not IamErrorCode.ConcurrentModification)
        {
            throw SignInFailure.Failed("CR-052");
        }
    }

    /// <summary>Changes the password where the sign-in demands it, and completes the sign-in (CR-026).</summary>
    /// <param name="handle">The handle of <see cref="SignInStatus.PasswordChangeRequired"/>.</param>
    /// <param name="oldPassword">The password so far.</param>
    /// <param name="newPassword">The password from now on.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException">The handle is no longer good, or the new password breaks a rule.</exception>
    public ValueTask<SignInResult> ChangePasswordAsync(
        string handle, string oldPassword, string newPassword, CancellationToken cancellationToken = default) =>
        TellAsync("signin:ChangePassword", null, trace => ChangePasswordAsync(trace, handle, oldPassword, newPassword, cancellationToken));

    private async ValueTask<SignInResult> ChangePasswordAsync(SignInTrace trace, string handle, string oldPassword, string newPassword, CancellationToken cancellationToken)
    {
        var step = await OpenAsync(trace, handle, SignInStatus.PasswordChangeRequired, cancellationToken).ConfigureAwait(false);
        var owner = new CredentialOwner(step.Profile.Owner, step.User?.Arn ?? step.Account.RootArn, step.User);
        await _directory.ForAccount(step.Account.AccountId).ExecuteAsync(new ReplacePassword(owner, oldPassword, newPassword), cancellationToken).ConfigureAwait(false);
        await SpendAsync(trace, step, cancellationToken).ConfigureAwait(false);
        var profile = (LoginProfile)(await _directory.Store.FindAsync(ObjectLocator.ByKey(step.Profile.Key), cancellationToken).ConfigureAwait(false))!;
        return await ContinueAsync(
            step.Account, profile, new(step.Account.AccountId, step.Name, null), step.State.MfaAt is { } mfa ? DateTimeOffset.FromUnixTimeMilliseconds(mfa) : null, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Takes all devices from a root user who lost them, once the host has made sure who asks (CR-061).</summary>
    /// <param name="email">The root user's address.</param>
    /// <param name="proof">What <see cref="IRootRecovery"/> asks for.</param>
    /// <param name="source">Where the attempt comes from.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AuthenticationFailed</c> or <c>Throttling</c>; <c>AccessDenied</c> where the organization deleted root's credentials (ID-037).</exception>
    public async ValueTask RecoverRootAsync(string email, string proof, string? source = null, CancellationToken cancellationToken = default) =>
        await TellAsync("signin:RecoverRoot", source, trace => RecoverRootAsync(trace, email, proof, source, cancellationToken)).ConfigureAwait(false);

    private async ValueTask<NoResult> RecoverRootAsync(SignInTrace trace, string email, string proof, string? source, CancellationToken cancellationToken)
    {
        var account = await _directory.Store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.RootEmail(email)), cancellationToken).ConfigureAwait(false) as IamAccount;
        await BeginAsync(new(account?.AccountId ?? default, account is null ? $"root/{email.ToLowerInvariant()}" : "root", source), cancellationToken).ConfigureAwait(false);
        if (account is not null)
        {
            trace.IsAbout(account, null);
        }

        if (account is not { Status: AccountStatus.Active } || Services.Options.RootRecovery is not { } recovery
            || !await recovery.VerifyAsync(account.AccountId, account.Email, proof, cancellationToken).ConfigureAwait(false))
        {
            throw trace.Failed("the host's check said no, or there is none", "CR-061");
        }

        if (await IsManagedAwayAsync(account, cancellationToken).ConfigureAwait(false))
        {
            throw Denials.Refused("The root user has no credentials: its organization manages it.", "ID-037");
        }

        foreach (var device in await DevicesAsync(account, account.Key, cancellationToken).ConfigureAwait(false))
        {
            await _directory.ForAccount(account.AccountId).ExecuteAsync(new DeactivateMFADevice(null, device.SerialNumber), cancellationToken).ConfigureAwait(false);
        }

        return default;
    }

    /// <summary>The name a sign-in page shows for an account: its alias, else its id (CR-029).</summary>
    public async ValueTask<string> GetSignInNameAsync(AccountId account, CancellationToken cancellationToken = default) =>
        (await AccountLookup.FindAsync(_directory, account.ToString(), cancellationToken).ConfigureAwait(false))?.Alias ?? account.ToString();

    private async ValueTask<SignInResult> CheckPasswordAsync(
        SignInTrace trace, IamAccount? account, ObjectKey? owner, string password, SignInAttempt attempt, CancellationToken cancellationToken)
    {
        var profile = owner is { } key
            ? await _directory.Store.FindAsync(ObjectLocator.ByKey(LoginProfile.KeyOf(key)), cancellationToken).ConfigureAwait(false) as LoginProfile : null;
        var match = Services.Options.PasswordHasher.Verify(password, profile?.PasswordHash ?? _dummyHash.Value);
        if (profile is null || match == PasswordMatch.None || account is not { Status: AccountStatus.Active })
        {
            throw trace.Failed(
                account is null ? "unknown account" : owner is null ? "unknown user" : account.Status != AccountStatus.Active ? $"the account is {account.Status}"
                : profile is null ? "no password is set" : "wrong password");
        }

        if (match == PasswordMatch.Outdated)
        {
            profile = await RehashAsync(profile, password, cancellationToken).ConfigureAwait(false);
        }

        var devices = await DevicesAsync(account, profile.Owner, cancellationToken).ConfigureAwait(false);
        if (devices.Length > 0)
        {
            return new()
            {
                Status = SignInStatus.MfaRequired,
                Handle = HandleOf(account, profile, SignInStatus.MfaRequired, null),
                Devices = [.. devices.Select(device => new MfaDeviceDescription(device.SerialNumber, device.Type, null, device.EnableDate))],
                ResyncSuggested = devices.Any(device => device.WrongCodes >= CodesBeforeResync),
            };
        }

        if (await EmergencyUse.IsEmergencyAsync(_directory, profile.Owner, cancellationToken).ConfigureAwait(false))
        {
            throw trace.Failed("an emergency user without a device"); // never without a second factor (ST-160)
        }

        return await ContinueAsync(account, profile, attempt, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the organization deleted the root user's credentials, and alone may bring them back (ID-037).</summary>
    private async ValueTask<bool> IsManagedAwayAsync(IamAccount account, CancellationToken cancellationToken) =>
        (await _directory.Principals.FindAccountAsync(account.AccountId, cancellationToken).ConfigureAwait(false))?.Organization is { RootCredentialsManagement: true } organization
        && organization.ManagementAccount != account.AccountId
        && await _directory.Store.FindAsync(ObjectLocator.ByKey(LoginProfile.KeyOf(account.Key)), cancellationToken).ConfigureAwait(false) is null;

    /// <summary>What follows once password and, where there is one, device are shown.</summary>
    private async ValueTask<SignInResult> ContinueAsync(
        IamAccount account, LoginProfile profile, SignInAttempt attempt, DateTimeOffset? mfaTime, CancellationToken cancellationToken)
    {
        var expiry = profile.IsOfRoot ? null : account.PasswordPolicy?.ExpiryOf(profile.PasswordLastChanged);
        var isExpired = expiry <= Now;
        if (isExpired && account.PasswordPolicy!.HardExpiry)
        {
            throw new IamException(IamErrorCode.PasswordExpired, "The password has expired. An administrator must set a new one.", "CR-014");
        }

        if (isExpired || profile.PasswordResetRequired)
        {
            return new()
            {
                Status = SignInStatus.PasswordChangeRequired,
                Handle = HandleOf(account, profile, SignInStatus.PasswordChangeRequired, mfaTime),
            };
        }

        await NoteSuccessAsync(profile, attempt, cancellationToken).ConfigureAwait(false);
        await EmergencyUse.NoteAsync(_directory, account.AccountId, profile.Owner, "signin", attempt.Source, cancellationToken).ConfigureAwait(false);
        if (profile.IsOfRoot)
        {
            RootUse.Note(_directory, account, "signin", attempt.Source);
        }

        var mustEnrol = profile.IsOfRoot && mfaTime is null && account.RootUsageGuard == RootUsageGuard.RequireMfa;
        return new()
        {
            Status = mustEnrol ? SignInStatus.MfaEnrolmentRequired : SignInStatus.Complete,
            PasswordExpiresAt = expiry - Now <= ExpiryWarning ? expiry : null,
            Session = _issuer.Issue(Services.Options.SignInDuration, new()
            {
                Kind = SessionKind.SignIn,
                Account = account.Id,
                EntityId = profile.IsOfRoot ? null : profile.Owner.Id,
                MfaAt = mfaTime?.ToUnixTimeMilliseconds(),
                AccessKeyId = "",
                Secret = "",
                IssuedAt = 0,
                ExpiresAt = 0,
            }),
        };
    }

    private async ValueTask NoteSuccessAsync(LoginProfile profile, SignInAttempt attempt, CancellationToken cancellationToken)
    {
        foreach (var key in attempt.Keys)
        {
            await Services.Limiter.SucceededAsync(key, cancellationToken).ConfigureAwait(false);
        }

        if (profile.PasswordLastUsed is { } last && Now - last < LastUsedStep)
        {
            return;
        }

        // A lost race is another sign-in's note of the same, or a password that was changed meanwhile.
        _ = await _directory.Store.CommitAsync(new() { Puts = [profile with { PasswordLastUsed = Now }] }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Hashes with today's parameters (CR-104); a lost race leaves it for the next sign-in.</summary>
    private async ValueTask<LoginProfile> RehashAsync(LoginProfile profile, string password, CancellationToken cancellationToken)
    {
        var rehashed = profile with { PasswordHash = Services.Options.PasswordHasher.Hash(password) };
        var commit = await _directory.Store.CommitAsync(new() { Puts = [rehashed] }, cancellationToken).ConfigureAwait(false);
        return commit.IsCommitted ? rehashed with { Revision = commit.Revision } : profile;
    }

    private async ValueTask<MfaDevice[]> DevicesAsync(IamAccount account, ObjectKey owner, CancellationToken cancellationToken)
    {
        var page = await _directory.Store.ListAsync(
            new() { Kind = ObjectKind.MfaDevice, Scope = account.Id, RefersTo = new(Relation.Credential, owner) }, cancellationToken).ConfigureAwait(false);
        return [.. ((IEnumerable<DirectoryObject>)page.Items).Cast<MfaDevice>()];
    }

    private static ValueList<FidoCredential> KeysOf(MfaDevice[] devices) => [.. devices.Select(device => device.Fido).OfType<FidoCredential>()];

    private async ValueTask BeginAsync(SignInAttempt attempt, CancellationToken cancellationToken)
    {
        foreach (var key in attempt.Keys)
        {
            if (await Services.Limiter.BeginAsync(key, cancellationToken).ConfigureAwait(false) > TimeSpan.Zero)
            {
                throw new IamException(IamErrorCode.Throttling, "Too many attempts. Please wait and try again.", "CR-111");
            }
        }
    }
}

using IamCore.Administration;
using IamCore.Administration.Credentials;
using IamCore.Callers;
using IamCore.Configuration;
using IamCore.Credentials;
using IamCore.Credentials.Mfa;
using IamCore.Credentials.Passwords;
using IamCore.Credentials.Secrets;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Sessions.SignIn;

/// <summary>
/// Signs users and root in with password and MFA device (CR-023 to CR-029). Every failure gets the same answer after about the same time
/// (CR-024, CR-110). It is safe for concurrent use.
/// </summary>
/// <example>
/// <code>
/// var signIn = new SignInService(directory);
/// SignInResult result = await signIn.SignInAsync("my-company", "alice", password, remoteAddress, cancellationToken);
/// if (result.Status == SignInStatus.MfaRequired)
/// {
///     result = await signIn.SubmitCodeAsync(result.Handle!, result.Devices[0].SerialNumber, code, remoteAddress, cancellationToken);
/// }
///
/// Session? session = result.Session;
/// </code>
/// </example>
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

    /// <summary>Creates a sign-in service for the accounts of a directory.</summary>
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
    /// <param name="accountOrAlias">The number or alias of the account.</param>
    /// <param name="userName">The name of the user, ignoring case.</param>
    /// <param name="password">The password.</param>
    /// <param name="source">Where the attempt comes from, for example an address, for rate limiting (CR-111).</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The completed sign-in, or the next step.</returns>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>, <c>PasswordExpired</c> or <c>Throttling</c>.</exception>
    public ValueTask<SignInResult> SignInAsync(
        string accountOrAlias, string userName, string password, string? source = null, CancellationToken cancellationToken = default) =>
        ReportAsync("signin:SignIn", source, trace => SignInAsync(trace, accountOrAlias, userName, password, source, cancellationToken));

    private async ValueTask<SignInResult> SignInAsync(
        SignInTrace trace, string accountOrAlias, string userName, string password, string? source, CancellationToken cancellationToken)
    {
        var account = await AccountLookup.FindAsync(_directory, accountOrAlias, cancellationToken).ConfigureAwait(false);
        var attempt = new SignInAttempt(account?.AccountId ?? default, DirectoryKeys.Fold(userName), source);
        // Before the account and user are looked up, so that the limit applies to unknown names as well.
        await BeginAsync(attempt, cancellationToken).ConfigureAwait(false);
        var user = account is null ? null : await _directory.Store.FindAsync(
            ObjectLocator.ByUniqueKey(DirectoryKeys.User(account.AccountId, userName)), cancellationToken).ConfigureAwait(false) as IamUser;
        if (account is not null && user is not null)
        {
            trace.SetPrincipal(account, user);
        }
        else
        {
            trace.SetUnknown(account);
        }

        return await CheckPasswordAsync(trace, account, user?.Key, password, attempt, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Signs an account's root user in with its e-mail address (CR-023).</summary>
    /// <param name="email">The e-mail address, ignoring case.</param>
    /// <param name="password">The password.</param>
    /// <param name="source">Where the attempt comes from, for rate limiting.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The completed sign-in, or the next step.</returns>
    /// <exception cref="IamException"><c>AuthenticationFailed</c> or <c>Throttling</c>.</exception>
    public ValueTask<SignInResult> SignInRootAsync(string email, string password, string? source = null, CancellationToken cancellationToken = default) =>
        ReportAsync("signin:SignInRoot", source, trace => SignInRootAsync(trace, email, password, source, cancellationToken));

    private async ValueTask<SignInResult> SignInRootAsync(SignInTrace trace, string email, string password, string? source, CancellationToken cancellationToken)
    {
        var account = await _directory.Store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.RootEmail(email)), cancellationToken).ConfigureAwait(false) as IamAccount;
        var attempt = new SignInAttempt(account?.AccountId ?? default, account is null ? $"root/{email.ToLowerInvariant()}" : "root", source);
        await BeginAsync(attempt, cancellationToken).ConfigureAwait(false);
        if (account is not null)
        {
            trace.SetPrincipal(account, null);
        }

        return await CheckPasswordAsync(trace, account, account?.Key, password, attempt, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Continues a sign-in with the code of an MFA device (CR-025).</summary>
    /// <param name="handle">The handle returned with <see cref="SignInStatus.MfaRequired"/>.</param>
    /// <param name="serialNumber">The serial number of one of the devices.</param>
    /// <param name="code">The current code of the device.</param>
    /// <param name="source">Where the attempt comes from, for rate limiting.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The completed sign-in, or the next step.</returns>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>, <c>PasswordExpired</c> or <c>Throttling</c>.</exception>
    public ValueTask<SignInResult> SubmitCodeAsync(
        string handle, string serialNumber, string code, string? source = null, CancellationToken cancellationToken = default) =>
        ReportAsync("signin:SubmitCode", source, trace => SubmitCodeAsync(trace, handle, serialNumber, code, source, cancellationToken));

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

        // Only after the code is accepted: a mistyped code must leave the handle usable.
        await SpendAsync(trace, step, cancellationToken).ConfigureAwait(false);
        return await ContinueAsync(step.Account, step.Profile, attempt, Now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Returns the WebAuthn request options, as JSON, with which a browser asks for a security key or passkey instead of a code (CR-059).
    /// </summary>
    /// <param name="handle">The handle returned with <see cref="SignInStatus.MfaRequired"/>.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException">
    /// <c>AuthenticationFailed</c>: the handle is no longer valid, or the user has no such device.
    /// </exception>
    public async ValueTask<string> BeginAssertionAsync(string handle, CancellationToken cancellationToken = default)
    {
        var step = await OpenAsync(new(), handle, SignInStatus.MfaRequired, cancellationToken).ConfigureAwait(false);
        var keys = KeysOf(await DevicesAsync(step.Account, step.Profile.Owner, cancellationToken).ConfigureAwait(false));
        return keys.Count == 0 || Services.Options.FidoVerifier is not { } verifier
            ? throw SignInFailure.Failed() : verifier.BeginAssertion(FidoChallenges.Of(step.State), keys);
    }

    /// <summary>
    /// Continues a sign-in with a security key or passkey (CR-059). A signature counter that does not increase is rejected (CR-058).
    /// </summary>
    /// <param name="handle">The handle returned with <see cref="SignInStatus.MfaRequired"/>.</param>
    /// <param name="response">The browser's response, as JSON.</param>
    /// <param name="source">Where the attempt comes from, for rate limiting.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The completed sign-in, or the next step.</returns>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>, <c>PasswordExpired</c> or <c>Throttling</c>.</exception>
    public ValueTask<SignInResult> SubmitAssertionAsync(string handle, string response, string? source = null, CancellationToken cancellationToken = default) =>
        ReportAsync("signin:SubmitAssertion", source, trace => SubmitAssertionAsync(trace, handle, response, source, cancellationToken));

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
            throw trace.Failed("the security key was not verified, or its counter did not increase");
        }

        await SpendAsync(trace, step, cancellationToken).ConfigureAwait(false);
        var counted = device with { Fido = device.Fido with { SignCounter = assertion.SignCounter } };
        var commit = await _directory.Store.CommitAsync(new() { Puts = [counted] }, cancellationToken).ConfigureAwait(false);
        return commit.IsCommitted
            ? await ContinueAsync(step.Account, step.Profile, attempt, Now, cancellationToken).ConfigureAwait(false)
            : throw trace.Failed("the counter was used concurrently"); // The same counter value must not be accepted twice.
    }

    /// <summary>
    /// Resynchronizes a device of the user with two consecutive codes from up to one hour before or after the present (CR-052). The
    /// sign-in then continues with another code.
    /// </summary>
    /// <param name="handle">The handle returned with <see cref="SignInStatus.MfaRequired"/>.</param>
    /// <param name="serialNumber">The serial number of one of the devices.</param>
    /// <param name="code1">The first code.</param>
    /// <param name="code2">The code that follows the first one.</param>
    /// <param name="source">Where the attempt comes from, for rate limiting.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
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
        catch (IamException error) when (error.ErrorCode is not IamErrorCode.ConcurrentModification)
        {
            throw SignInFailure.Failed("CR-052");
        }
    }

    /// <summary>Changes the password if the sign-in requires it, and continues the sign-in (CR-026).</summary>
    /// <param name="handle">The handle returned with <see cref="SignInStatus.PasswordChangeRequired"/>.</param>
    /// <param name="oldPassword">The current password.</param>
    /// <param name="newPassword">The new password.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The completed sign-in, or the next step.</returns>
    /// <exception cref="IamException">The handle is no longer valid, or the new password breaks a rule.</exception>
    public ValueTask<SignInResult> ChangePasswordAsync(
        string handle, string oldPassword, string newPassword, CancellationToken cancellationToken = default) =>
        ReportAsync("signin:ChangePassword", null, trace => ChangePasswordAsync(trace, handle, oldPassword, newPassword, cancellationToken));

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

    /// <summary>Removes all MFA devices of a root user who lost them, after the host has verified the person (CR-061).</summary>
    /// <param name="email">The e-mail address of the root user.</param>
    /// <param name="proof">The proof that <see cref="IRootRecovery"/> requires.</param>
    /// <param name="source">Where the attempt comes from, for rate limiting.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException">
    /// <c>AuthenticationFailed</c> or <c>Throttling</c>; <c>AccessDenied</c> if the organization deleted root's credentials (ID-037).
    /// </exception>
    public async ValueTask RecoverRootAsync(string email, string proof, string? source = null, CancellationToken cancellationToken = default) =>
        await ReportAsync("signin:RecoverRoot", source, trace => RecoverRootAsync(trace, email, proof, source, cancellationToken)).ConfigureAwait(false);

    private async ValueTask<NoResult> RecoverRootAsync(SignInTrace trace, string email, string proof, string? source, CancellationToken cancellationToken)
    {
        var account = await _directory.Store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.RootEmail(email)), cancellationToken).ConfigureAwait(false) as IamAccount;
        await BeginAsync(new(account?.AccountId ?? default, account is null ? $"root/{email.ToLowerInvariant()}" : "root", source), cancellationToken).ConfigureAwait(false);
        if (account is not null)
        {
            trace.SetPrincipal(account, null);
        }

        if (account is not { Status: AccountStatus.Active } || Services.Options.RootRecovery is not { } recovery
            || !await recovery.VerifyAsync(account.AccountId, account.Email, proof, cancellationToken).ConfigureAwait(false))
        {
            throw trace.Failed("the host's verification failed, or there is none", "CR-061");
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

    /// <summary>Returns the name a sign-in page shows for an account: its alias or, without one, its number (CR-029).</summary>
    public async ValueTask<string> GetSignInNameAsync(AccountId account, CancellationToken cancellationToken = default) =>
        (await AccountLookup.FindAsync(_directory, account.ToString(), cancellationToken).ConfigureAwait(false))?.Alias ?? account.ToString();

    private async ValueTask<SignInResult> CheckPasswordAsync(
        SignInTrace trace, IamAccount? account, ObjectKey? owner, string password, SignInAttempt attempt, CancellationToken cancellationToken)
    {
        var profile = owner is { } key
            ? await _directory.Store.FindAsync(ObjectLocator.ByKey(LoginProfile.KeyOf(key)), cancellationToken).ConfigureAwait(false) as LoginProfile : null;
        // Hashed even if there is no such user, so that response times do not reveal which names exist (CR-110).
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
            throw trace.Failed("an emergency user without an MFA device"); // Emergency users never sign in without MFA (ST-160).
        }

        return await ContinueAsync(account, profile, attempt, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the organization deleted the root user's credentials and is the only one who may restore them (ID-037).</summary>
    private async ValueTask<bool> IsManagedAwayAsync(IamAccount account, CancellationToken cancellationToken) =>
        (await _directory.Principals.FindAccountAsync(account.AccountId, cancellationToken).ConfigureAwait(false))?.Organization is { RootCredentialsManagement: true } organization
        && organization.ManagementAccount != account.AccountId
        && await _directory.Store.FindAsync(ObjectLocator.ByKey(LoginProfile.KeyOf(account.Key)), cancellationToken).ConfigureAwait(false) is null;

    /// <summary>Continues once the password and, if there is one, the device are verified.</summary>
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
        await EmergencyUse.RecordAsync(_directory, account.AccountId, profile.Owner, "signin", attempt.Source, cancellationToken).ConfigureAwait(false);
        if (profile.IsOfRoot)
        {
            RootUse.Record(_directory, account, "signin", attempt.Source);
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

        // A failed commit is ignored: another sign-in recorded the same, or the password was changed in the meantime.
        _ = await _directory.Store.CommitAsync(new() { Puts = [profile with { PasswordLastUsed = Now }] }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Hashes the password with the current parameters (CR-104); if the commit fails, the next sign-in does it.</summary>
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

using IamCore.Administration;
using IamCore.Administration.Credentials;
using IamCore.Configuration;
using IamCore.Credentials;
using IamCore.Credentials.Secrets;
using IamCore.Credentials.Throttling;
using IamCore.Events;
using IamCore.IdentityCenter.Devices;
using IamCore.Model;
using IamCore.Sessions;

namespace IamCore.IdentityCenter.Portal;

/// <summary>
/// The access portal of an Identity Center instance: people sign in once and reach every account and role they are assigned to (ST-148,
/// ST-149).
/// Every failed sign-in gets the same answer after about the same time (CR-024). It is safe for concurrent use.
/// </summary>
/// <example>
/// <code>
/// var portal = new AccessPortal(directory, instance.Arn);
/// PortalSignInResult result = await portal.SignInAsync(new PortalSignIn("alice", password), cancellationToken);
/// if (result.Status == SignInStatus.MfaRequired)
/// {
///     var app = new PortalCode(result.Devices[0].DeviceId, code);
///     result = await portal.SubmitCodeAsync(result.Handle!, app, remoteAddress, cancellationToken);
/// }
///
/// AccountId account = AccountId.Parse("123456789012");
/// IssuedSession issued = await portal.GetRoleCredentialsAsync(result.Session!, account, "Readers", cancellationToken);
/// </code>
/// </example>
public sealed class AccessPortal
{
    private readonly IamDirectory _directory;
    private readonly PortalReader _reader;
    private readonly PortalSignInFlow _signIn;
    private readonly PortalAccess _access;

    /// <summary>Creates the portal of an instance.</summary>
    /// <param name="directory">The directory that contains the instance.</param>
    /// <param name="instanceArn">The ARN of the instance.</param>
    public AccessPortal(IamDirectory directory, string instanceArn)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentException.ThrowIfNullOrEmpty(instanceArn);
        _directory = directory;
        _reader = new(directory, instanceArn[(instanceArn.LastIndexOf('/') + 1)..]);
        _signIn = new(directory, _reader);
        _access = new(directory, _reader);
    }

    /// <summary>Starts a sign-in with user name and password.</summary>
    /// <returns>The completed sign-in, or the next step.</returns>
    /// <exception cref="IamException">
    /// <c>AuthenticationFailed</c>; <c>AccessDeniedException</c> if an MFA device is required and the user has none (ST-155);
    /// <c>ThrottlingException</c>.
    /// </exception>
    public ValueTask<PortalSignInResult> SignInAsync(PortalSignIn request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _signIn.BeginAsync(request, cancellationToken);
    }

    /// <summary>Signs in a user whom the external identity provider has authenticated (ST-135).</summary>
    /// <param name="proof">The proof that <see cref="IExternalIdentityProvider"/> verifies.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException">
    /// <c>AuthenticationFailed</c>: the proof is not valid, or there is no enabled user of that name.
    /// </exception>
    public ValueTask<PortalSession> SignInWithProofAsync(string proof, CancellationToken cancellationToken = default) => _signIn.WithProofAsync(proof, cancellationToken);

    /// <summary>Continues a sign-in with the code of an authenticator app.</summary>
    /// <param name="handle">The handle returned with <see cref="SignInStatus.MfaRequired"/>.</param>
    /// <param name="code">The device and its current code.</param>
    /// <param name="source">Where the attempt comes from, for rate limiting.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The completed sign-in, or the next step.</returns>
    /// <exception cref="IamException"><c>AuthenticationFailed</c> or <c>ThrottlingException</c>.</exception>
    public ValueTask<PortalSignInResult> SubmitCodeAsync(string handle, PortalCode code, string? source = null, CancellationToken cancellationToken = default) =>
        _signIn.SubmitCodeAsync(handle, code, source, cancellationToken);

    /// <summary>Continues a sign-in with the code sent by e-mail (ST-155).</summary>
    /// <param name="handle">The handle returned with <see cref="SignInStatus.EmailOtpRequired"/>.</param>
    /// <param name="code">The code, six digits.</param>
    /// <param name="source">Where the attempt comes from, for rate limiting.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The completed sign-in, or the next step.</returns>
    /// <exception cref="IamException"><c>AuthenticationFailed</c> or <c>ThrottlingException</c>.</exception>
    public ValueTask<PortalSignInResult> SubmitEmailCodeAsync(string handle, string code, string? source = null, CancellationToken cancellationToken = default) =>
        _signIn.SubmitEmailCodeAsync(handle, code, source, cancellationToken);

    /// <summary>Returns the WebAuthn request options, as JSON, with which a browser asks for a security key instead of a code.</summary>
    /// <exception cref="IamException">
    /// <c>AuthenticationFailed</c>: the handle is no longer valid, or the user has no such device.
    /// </exception>
    public ValueTask<string> BeginAssertionAsync(string handle, CancellationToken cancellationToken = default) => _signIn.BeginAssertionAsync(handle, cancellationToken);

    /// <summary>Continues a sign-in with a security key. A signature counter that does not increase is rejected (CR-058).</summary>
    /// <param name="handle">The handle returned with <see cref="SignInStatus.MfaRequired"/>.</param>
    /// <param name="response">The browser's response, as JSON.</param>
    /// <param name="source">Where the attempt comes from, for rate limiting.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The completed sign-in, or the next step.</returns>
    /// <exception cref="IamException"><c>AuthenticationFailed</c> or <c>ThrottlingException</c>.</exception>
    public ValueTask<PortalSignInResult> SubmitAssertionAsync(string handle, string response, string? source = null, CancellationToken cancellationToken = default) =>
        _signIn.SubmitAssertionAsync(handle, response, source, cancellationToken);

    /// <summary>Changes the password if the sign-in requires it, and completes the sign-in.</summary>
    /// <param name="handle">The handle returned with <see cref="SignInStatus.PasswordChangeRequired"/>.</param>
    /// <param name="oldPassword">The current password.</param>
    /// <param name="newPassword">The new password.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The completed sign-in.</returns>
    /// <exception cref="IamException">The handle is no longer valid, or the new password breaks a rule.</exception>
    public ValueTask<PortalSignInResult> ChangePasswordAsync(string handle, string oldPassword, string newPassword, CancellationToken cancellationToken = default) =>
        _signIn.ChangePasswordAsync(handle, oldPassword, newPassword, cancellationToken);

    /// <summary>Creates an authenticator app if the sign-in requires one (ST-155).</summary>
    /// <param name="handle">The handle returned with <see cref="SignInStatus.MfaEnrolmentRequired"/>.</param>
    /// <param name="deviceName">The name the user gives the device.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The new device with its seed.</returns>
    /// <exception cref="IamException">
    /// <c>AuthenticationFailed</c>, or <c>AccessDeniedException</c> if only administrators may enrol devices (ST-157).
    /// </exception>
    public async ValueTask<NewPortalDevice> BeginEnrolmentAsync(string handle, string deviceName, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await _signIn.EnrollingAsync(handle, cancellationToken).ConfigureAwait(false);
        return await RunAsync(instance, new CreatePortalDevice(user.Id, deviceName) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Enables the authenticator app with two consecutive codes and completes the sign-in.</summary>
    /// <param name="handle">The handle returned with <see cref="SignInStatus.MfaEnrolmentRequired"/>.</param>
    /// <param name="deviceId">The id of the device.</param>
    /// <param name="code1">The first code.</param>
    /// <param name="code2">The code that follows the first one.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The completed sign-in.</returns>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>, or <c>ValidationException</c> if the codes are wrong.</exception>
    public async ValueTask<PortalSignInResult> CompleteEnrolmentAsync(
        string handle, string deviceId, string code1, string code2, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await _signIn.EnrollingAsync(handle, cancellationToken).ConfigureAwait(false);
        await RunAsync(instance, new EnablePortalDevice(user.Id, deviceId, code1, code2) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
        return await _signIn.EnrolledAsync(handle, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts the registration of a security key if the sign-in requires a device.</summary>
    /// <exception cref="IamException">
    /// <c>AuthenticationFailed</c>, or <c>AccessDeniedException</c> if only administrators may enrol devices.
    /// </exception>
    public async ValueTask<SecurityKeyRegistration> BeginSecurityKeyEnrolmentAsync(string handle, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await _signIn.EnrollingAsync(handle, cancellationToken).ConfigureAwait(false);
        return await RunAsync(instance, new BeginPortalSecurityKey(user.Id) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finishes the registration of a security key and completes the sign-in.</summary>
    /// <param name="handle">The handle returned with <see cref="SignInStatus.MfaEnrolmentRequired"/>.</param>
    /// <param name="registration">The handle of the registration.</param>
    /// <param name="response">The browser's response, as JSON.</param>
    /// <param name="deviceName">The name the user gives the device.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The completed sign-in.</returns>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>, or <c>ValidationException</c> if the response is not valid.</exception>
    public async ValueTask<PortalSignInResult> CompleteSecurityKeyEnrolmentAsync(
        string handle, string registration, string response, string deviceName, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await _signIn.EnrollingAsync(handle, cancellationToken).ConfigureAwait(false);
        await RunAsync(
            instance, new CompletePortalSecurityKey(user.Id, registration, response, deviceName) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
        return await _signIn.EnrolledAsync(handle, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sets the first password of an invited user, once (ST-137).</summary>
    /// <param name="token">The token of <see cref="IdentityCenterUserInvited"/>.</param>
    /// <param name="password">The password (ST-136).</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException">
    /// <c>AccessDeniedException</c>: the token has expired, was used or altered. <c>ValidationException</c>: the password breaks a rule;
    /// the token remains valid.
    /// </exception>
    public async ValueTask RedeemInvitationAsync(string token, string password, CancellationToken cancellationToken = default)
    {
        var instance = await _reader.InstanceAsync(cancellationToken).ConfigureAwait(false);
        if (!SealedState.TryOpen(_directory.Credentials.Protector, SecretPurpose.Invitation, token, out var state)
            || _directory.Options.TimeProvider.GetUtcNow() >= state.Expiration || state.Account != instance.Scope
            || !ObjectKey.TryParse(state.Owner, out var owner) || owner.Kind != ObjectKind.DirectoryUser)
        {
            throw RedeemInvitation.Void();
        }

        await RunAsync(instance, new RedeemInvitation(owner.Id, state.PasswordVersion, password) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the session that a token stands for.</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: the token was altered or belongs to another instance.</exception>
    public PortalSession Open(string token) =>
        SealedState.TryOpenPortal(_directory.Credentials.Protector, token, out var state) && state.InstanceId == _reader.InstanceId
            ? new(state, token) : throw IdentityCenterErrors.Denied("The portal session is not valid.", "ST-148");

    /// <summary>Lists the accounts that the user can reach, by account number (ST-149).</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: the session has ended.</exception>
    public ValueTask<ValueList<PortalAccount>> ListAccountsAsync(PortalSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return _access.AccountsAsync(session, cancellationToken);
    }

    /// <summary>Lists the permission sets that the user has in an account, by name (ST-149).</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: the session has ended.</exception>
    public ValueTask<ValueList<PortalRole>> ListAccountRolesAsync(PortalSession session, AccountId account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return _access.RolesAsync(session, account, cancellationToken);
    }

    /// <summary>
    /// Returns temporary credentials of a permission set in an account, valid as long as the permission set specifies (ST-150).
    /// </summary>
    /// <param name="session">The portal session.</param>
    /// <param name="account">The account.</param>
    /// <param name="permissionSetName">The name of the permission set.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException">
    /// <c>AccessDeniedException</c>: the user is not assigned at this moment, or the session has ended.
    /// </exception>
    public async ValueTask<IssuedSession> GetRoleCredentialsAsync(
        PortalSession session, AccountId account, string permissionSetName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (issued, _) = await _access.OpenAsync(session, account, permissionSetName, cancellationToken).ConfigureAwait(false);
        return new(issued, _access.CredentialsOf(issued));
    }

    /// <summary>Signs in to an account with a permission set; the session is for use in this process (ST-149).</summary>
    /// <param name="session">The portal session.</param>
    /// <param name="account">The account.</param>
    /// <param name="permissionSetName">The name of the permission set.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException">
    /// <c>AccessDeniedException</c>: the user is not assigned at this moment, or the session has ended.
    /// </exception>
    public async ValueTask<AccountSignIn> SignInToAccountAsync(
        PortalSession session, AccountId account, string permissionSetName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (issued, set) = await _access.OpenAsync(session, account, permissionSetName, cancellationToken).ConfigureAwait(false);
        return new(issued, set.RelayState);
    }

    /// <summary>Signs out of the portal. The portal session is invalid on all nodes from then on; sessions in accounts continue.</summary>
    public async ValueTask LogoutAsync(PortalSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var instance = await _reader.InstanceAsync(cancellationToken).ConfigureAwait(false);
        // The result does not matter: the session may have been signed out before.
        _ = await SpentTokens.TrySpendAsync(_directory, instance.Account, session.State.Id, session.Expiration, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes the user's own password.</summary>
    /// <param name="session">The portal session.</param>
    /// <param name="oldPassword">The current password.</param>
    /// <param name="newPassword">The new password.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException">
    /// <c>AccessDeniedException</c>: the old password is wrong. <c>ValidationException</c>: the new one breaks a rule.
    /// </exception>
    public async ValueTask ChangeOwnPasswordAsync(PortalSession session, string oldPassword, string newPassword, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (instance, user) = await _reader.CheckAsync(session, cancellationToken).ConfigureAwait(false);
        var key = new AttemptKey(AttemptKind.Principal, instance.Account, $"{instance.Id}/{user.UserName.ToLowerInvariant()}");
        if (await _directory.Credentials.Limiter.BeginAsync(key, cancellationToken).ConfigureAwait(false) > TimeSpan.Zero)
        {
            throw new IamException(IamErrorCode.ThrottlingException, "Too many attempts. Please wait and try again.", "CR-111");
        }

        var login = await _reader.LoginAsync(user.Id, cancellationToken).ConfigureAwait(false);
        await RunAsync(
            instance, new ChangePortalPassword(user.Id, login?.Version ?? 0, oldPassword, newPassword) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
        await _directory.Credentials.Limiter.SucceededAsync(key, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists the user's own MFA devices.</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: the session has ended.</exception>
    public async ValueTask<ValueList<PortalDeviceDescription>> ListDevicesAsync(PortalSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (instance, user) = await _reader.CheckAsync(session, cancellationToken).ConfigureAwait(false);
        return await RunAsync(instance, new ListPortalDevices(user.Id) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Creates an authenticator app for the user, to be enabled with <see cref="EnableDeviceAsync"/>.</summary>
    /// <exception cref="IamException">
    /// <c>AccessDeniedException</c>: the instance does not let users manage their own devices (ST-157).
    /// </exception>
    public async ValueTask<NewPortalDevice> AddDeviceAsync(PortalSession session, string deviceName, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await OwnDevicesAsync(session, cancellationToken).ConfigureAwait(false);
        return await RunAsync(instance, new CreatePortalDevice(user.Id, deviceName) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Enables the user's authenticator app with two consecutive codes.</summary>
    /// <exception cref="IamException">
    /// <c>AccessDeniedException</c>: the instance does not let users manage their own devices. <c>ValidationException</c>: the codes are
    /// wrong.
    /// </exception>
    public async ValueTask<PortalDeviceDescription> EnableDeviceAsync(
        PortalSession session, string deviceId, string code1, string code2, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await OwnDevicesAsync(session, cancellationToken).ConfigureAwait(false);
        return await RunAsync(instance, new EnablePortalDevice(user.Id, deviceId, code1, code2) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts the registration of a security key for the user.</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: the instance does not let users manage their own devices.</exception>
    public async ValueTask<SecurityKeyRegistration> AddSecurityKeyAsync(PortalSession session, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await OwnDevicesAsync(session, cancellationToken).ConfigureAwait(false);
        return await RunAsync(instance, new BeginPortalSecurityKey(user.Id) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finishes the registration of a security key for the user.</summary>
    /// <exception cref="IamException">
    /// <c>AccessDeniedException</c>: the instance does not let users manage their own devices. <c>ValidationException</c>: the response is
    /// not valid.
    /// </exception>
    public async ValueTask<PortalDeviceDescription> EnableSecurityKeyAsync(
        PortalSession session, string registration, string response, string deviceName, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await OwnDevicesAsync(session, cancellationToken).ConfigureAwait(false);
        return await RunAsync(
            instance, new CompletePortalSecurityKey(user.Id, registration, response, deviceName) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Renames one of the user's devices.</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: the instance does not let users manage their own devices.</exception>
    public async ValueTask<PortalDeviceDescription> RenameDeviceAsync(
        PortalSession session, string deviceId, string deviceName, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await OwnDevicesAsync(session, cancellationToken).ConfigureAwait(false);
        return await RunAsync(instance, new RenamePortalDevice(user.Id, deviceId, deviceName) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes one of the user's devices.</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: the instance does not let users manage their own devices.</exception>
    public async ValueTask RemoveDeviceAsync(PortalSession session, string deviceId, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await OwnDevicesAsync(session, cancellationToken).ConfigureAwait(false);
        await RunAsync(instance, new DeletePortalDevice(user.Id, deviceId) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(IdentityCenterInstance Instance, DirectoryUser User)> OwnDevicesAsync(PortalSession session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (instance, user) = await _reader.CheckAsync(session, cancellationToken).ConfigureAwait(false);
        return instance.AllowUserDeviceManagement ? (instance, user) : throw IdentityCenterErrors.Denied("Devices are managed by administrators.", "ST-157");
    }

    private Task<TResult> RunAsync<TResult>(IdentityCenterInstance instance, IamCommand<TResult> command, CancellationToken cancellationToken) =>
        _directory.ForAccount(instance.Account).ExecuteAsync(command, cancellationToken);
}

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
/// The access portal of an Identity Center instance: people sign in once and reach every account and role they are assigned (ST-148, ST-149). Whatever is
/// wrong with a sign-in gives the same answer after about the same work (CR-024). Safe for any number of threads.
/// </summary>
public sealed class AccessPortal
{
    private readonly IamDirectory _directory;
    private readonly PortalReader _reader;
    private readonly PortalSignInFlow _signIn;
    private readonly PortalAccess _access;

    /// <summary>The portal of an instance.</summary>
    /// <param name="directory">The directory that holds it.</param>
    /// <param name="instanceArn">ARN of the instance.</param>
    public AccessPortal(IamDirectory directory, string instanceArn)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentException.ThrowIfNullOrEmpty(instanceArn);
        _directory = directory;
        _reader = new(directory, instanceArn[(instanceArn.LastIndexOf('/') + 1)..]);
        _signIn = new(directory, _reader);
        _access = new(directory, _reader);
    }

    /// <summary>Begins a sign-in with name and password.</summary>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>; <c>AccessDeniedException</c> where a device is needed and there is none (ST-155); <c>ThrottlingException</c>.</exception>
    public ValueTask<PortalSignInResult> SignInAsync(PortalSignIn request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _signIn.BeginAsync(request, cancellationToken);
    }

    /// <summary>Signs in whom the external identity provider vouches for (ST-135).</summary>
    /// <param name="proof">What <see cref="IExternalIdentityProvider"/> checks.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>: the proof is not good, or nobody of that name is provisioned and enabled.</exception>
    public ValueTask<PortalSession> SignInWithProofAsync(string proof, CancellationToken cancellationToken = default) => _signIn.WithProofAsync(proof, cancellationToken);

    /// <summary>Shows an authenticator app by its code.</summary>
    /// <param name="handle">The handle of <see cref="SignInStatus.MfaRequired"/>.</param>
    /// <param name="code">The device and its code.</param>
    /// <param name="source">Where the attempt comes from.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AuthenticationFailed</c> or <c>ThrottlingException</c>.</exception>
    public ValueTask<PortalSignInResult> SubmitCodeAsync(string handle, PortalCode code, string? source = null, CancellationToken cancellationToken = default) =>
        _signIn.SubmitCodeAsync(handle, code, source, cancellationToken);

    /// <summary>Shows the code that was mailed (ST-155).</summary>
    /// <param name="handle">The handle of <see cref="SignInStatus.EmailOtpRequired"/>.</param>
    /// <param name="code">Six digits.</param>
    /// <param name="source">Where the attempt comes from.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AuthenticationFailed</c> or <c>ThrottlingException</c>.</exception>
    public ValueTask<PortalSignInResult> SubmitEmailCodeAsync(string handle, string code, string? source = null, CancellationToken cancellationToken = default) =>
        _signIn.SubmitEmailCodeAsync(handle, code, source, cancellationToken);

    /// <summary>What the browser is given to show a security key in place of a code: the request options of WebAuthn as JSON.</summary>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>: the handle is no longer good, or there is no such device.</exception>
    public ValueTask<string> BeginAssertionAsync(string handle, CancellationToken cancellationToken = default) => _signIn.BeginAssertionAsync(handle, cancellationToken);

    /// <summary>Shows a security key. A counter that does not increase is refused (CR-058).</summary>
    /// <param name="handle">The handle of <see cref="SignInStatus.MfaRequired"/>.</param>
    /// <param name="response">What the browser gave, as JSON.</param>
    /// <param name="source">Where the attempt comes from.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AuthenticationFailed</c> or <c>ThrottlingException</c>.</exception>
    public ValueTask<PortalSignInResult> SubmitAssertionAsync(string handle, string response, string? source = null, CancellationToken cancellationToken = default) =>
        _signIn.SubmitAssertionAsync(handle, response, source, cancellationToken);

    /// <summary>Changes the password where the sign-in demands it, and completes the sign-in.</summary>
    /// <param name="handle">The handle of <see cref="SignInStatus.PasswordChangeRequired"/>.</param>
    /// <param name="oldPassword">The password so far.</param>
    /// <param name="newPassword">The password from now on.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException">The handle is no longer good, or the new password breaks a rule.</exception>
    public ValueTask<PortalSignInResult> ChangePasswordAsync(string handle, string oldPassword, string newPassword, CancellationToken cancellationToken = default) =>
        _signIn.ChangePasswordAsync(handle, oldPassword, newPassword, cancellationToken);

    /// <summary>Makes an authenticator app where the sign-in demands one (ST-155).</summary>
    /// <param name="handle">The handle of <see cref="SignInStatus.MfaEnrolmentRequired"/>.</param>
    /// <param name="deviceName">What the user calls it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>, or <c>AccessDeniedException</c> where only administrators enrol (ST-157).</exception>
    public async ValueTask<NewPortalDevice> BeginEnrolmentAsync(string handle, string deviceName, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await _signIn.EnrollingAsync(handle, cancellationToken).ConfigureAwait(false);
        return await RunAsync(instance, new CreatePortalDevice(user.Id, deviceName) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Enables the app by two consecutive codes and completes the sign-in.</summary>
    /// <param name="handle">The handle of <see cref="SignInStatus.MfaEnrolmentRequired"/>.</param>
    /// <param name="deviceId">The app.</param>
    /// <param name="code1">A code.</param>
    /// <param name="code2">The one after it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>, or <c>ValidationException</c>: the codes are wrong.</exception>
    public async ValueTask<PortalSignInResult> CompleteEnrolmentAsync(
        string handle, string deviceId, string code1, string code2, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await _signIn.EnrollingAsync(handle, cancellationToken).ConfigureAwait(false);
        await RunAsync(instance, new EnablePortalDevice(user.Id, deviceId, code1, code2) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
        return await _signIn.EnrolledAsync(handle, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins to register a security key where the sign-in demands a device.</summary>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>, or <c>AccessDeniedException</c> where only administrators enrol.</exception>
    public async ValueTask<SecurityKeyRegistration> BeginSecurityKeyEnrolmentAsync(string handle, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await _signIn.EnrollingAsync(handle, cancellationToken).ConfigureAwait(false);
        return await RunAsync(instance, new BeginPortalSecurityKey(user.Id) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Registers the security key that answered and completes the sign-in.</summary>
    /// <param name="handle">The handle of <see cref="SignInStatus.MfaEnrolmentRequired"/>.</param>
    /// <param name="registration">The handle of the registration.</param>
    /// <param name="response">What the browser gave, as JSON.</param>
    /// <param name="deviceName">What the user calls it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>, or <c>ValidationException</c>: the answer is not good.</exception>
    public async ValueTask<PortalSignInResult> CompleteSecurityKeyEnrolmentAsync(
        string handle, string registration, string response, string deviceName, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await _signIn.EnrollingAsync(handle, cancellationToken).ConfigureAwait(false);
        await RunAsync(
            instance, new CompletePortalSecurityKey(user.Id, registration, response, deviceName) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
        return await _signIn.EnrolledAsync(handle, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sets the first password of who was invited, once (ST-137).</summary>
    /// <param name="token">The token of <see cref="IdentityCenterUserInvited"/>.</param>
    /// <param name="password">The password (ST-136).</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: late, used or altered. <c>ValidationException</c>: the password breaks a rule; the token stays good.</exception>
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

    /// <summary>The session that a token stands for.</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: the token is altered, or of another instance.</exception>
    public PortalSession Open(string token) =>
        SealedState.TryOpenPortal(_directory.Credentials.Protector, token, out var state) && state.InstanceId == _reader.InstanceId
            ? new(state, token) : throw CenterRefusals.Denied("The portal session is not valid.", "ST-148");

    /// <summary>The accounts that the user reaches, by account id (ST-149).</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: the session has ended.</exception>
    public ValueTask<ValueList<PortalAccount>> ListAccountsAsync(PortalSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return _access.AccountsAsync(session, cancellationToken);
    }

    /// <summary>The permission sets that the user has in an account, by name (ST-149).</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: the session has ended.</exception>
    public ValueTask<ValueList<PortalRole>> ListAccountRolesAsync(PortalSession session, AccountId account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return _access.RolesAsync(session, account, cancellationToken);
    }

    /// <summary>Temporary credentials of a permission set in an account, for as long as the set says (ST-150).</summary>
    /// <param name="session">The portal session.</param>
    /// <param name="account">The account.</param>
    /// <param name="permissionSetName">The set.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: not assigned at this moment, or the session has ended.</exception>
    public async ValueTask<IssuedSession> GetRoleCredentialsAsync(
        PortalSession session, AccountId account, string permissionSetName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (issued, _) = await _access.OpenAsync(session, account, permissionSetName, cancellationToken).ConfigureAwait(false);
        return new(issued, _access.CredentialsOf(issued));
    }

    /// <summary>Signs in to an account with a permission set: the same session, to be used live (ST-149).</summary>
    /// <param name="session">The portal session.</param>
    /// <param name="account">The account.</param>
    /// <param name="permissionSetName">The set.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: not assigned at this moment, or the session has ended.</exception>
    public async ValueTask<AccountSignIn> SignInToAccountAsync(
        PortalSession session, AccountId account, string permissionSetName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (issued, set) = await _access.OpenAsync(session, account, permissionSetName, cancellationToken).ConfigureAwait(false);
        return new(issued, set.RelayState);
    }

    /// <summary>Leaves the portal: the session is good for nothing any more, on all nodes. Sessions in accounts go on.</summary>
    public async ValueTask LogoutAsync(PortalSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var instance = await _reader.InstanceAsync(cancellationToken).ConfigureAwait(false);
        _ = await SpentTokens.TrySpendAsync(_directory, instance.Account, session.State.Id, session.Expiration, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes the user's own password.</summary>
    /// <param name="session">The portal session.</param>
    /// <param name="oldPassword">The password so far.</param>
    /// <param name="newPassword">The password from now on.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: the old password is wrong. <c>ValidationException</c>: the new one breaks a rule.</exception>
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

    /// <summary>The user's own devices.</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: the session has ended.</exception>
    public async ValueTask<ValueList<PortalDeviceDescription>> ListDevicesAsync(PortalSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (instance, user) = await _reader.CheckAsync(session, cancellationToken).ConfigureAwait(false);
        return await RunAsync(instance, new ListPortalDevices(user.Id) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes an authenticator app for the user, to be enabled by <see cref="EnableDeviceAsync"/>.</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: users do not manage their own devices here (ST-157).</exception>
    public async ValueTask<NewPortalDevice> AddDeviceAsync(PortalSession session, string deviceName, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await OwnDevicesAsync(session, cancellationToken).ConfigureAwait(false);
        return await RunAsync(instance, new CreatePortalDevice(user.Id, deviceName) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Enables the user's app by two consecutive codes.</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: users do not manage their own devices here. <c>ValidationException</c>: the codes are wrong.</exception>
    public async ValueTask<PortalDeviceDescription> EnableDeviceAsync(
        PortalSession session, string deviceId, string code1, string code2, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await OwnDevicesAsync(session, cancellationToken).ConfigureAwait(false);
        return await RunAsync(instance, new EnablePortalDevice(user.Id, deviceId, code1, code2) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins to register a security key for the user.</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: users do not manage their own devices here.</exception>
    public async ValueTask<SecurityKeyRegistration> AddSecurityKeyAsync(PortalSession session, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await OwnDevicesAsync(session, cancellationToken).ConfigureAwait(false);
        return await RunAsync(instance, new BeginPortalSecurityKey(user.Id) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Registers the security key that answered.</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: users do not manage their own devices here. <c>ValidationException</c>: the answer is not good.</exception>
    public async ValueTask<PortalDeviceDescription> EnableSecurityKeyAsync(
        PortalSession session, string registration, string response, string deviceName, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await OwnDevicesAsync(session, cancellationToken).ConfigureAwait(false);
        return await RunAsync(
            instance, new CompletePortalSecurityKey(user.Id, registration, response, deviceName) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Names one of the user's devices.</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: users do not manage their own devices here.</exception>
    public async ValueTask<PortalDeviceDescription> RenameDeviceAsync(
        PortalSession session, string deviceId, string deviceName, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await OwnDevicesAsync(session, cancellationToken).ConfigureAwait(false);
        return await RunAsync(instance, new RenamePortalDevice(user.Id, deviceId, deviceName) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes one of the user's devices.</summary>
    /// <exception cref="IamException"><c>AccessDeniedException</c>: users do not manage their own devices here.</exception>
    public async ValueTask RemoveDeviceAsync(PortalSession session, string deviceId, CancellationToken cancellationToken = default)
    {
        var (instance, user) = await OwnDevicesAsync(session, cancellationToken).ConfigureAwait(false);
        await RunAsync(instance, new DeletePortalDevice(user.Id, deviceId) { InstanceArn = instance.Arn }, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(IdentityCenterInstance Instance, DirectoryUser User)> OwnDevicesAsync(PortalSession session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (instance, user) = await _reader.CheckAsync(session, cancellationToken).ConfigureAwait(false);
        return instance.AllowUserDeviceManagement ? (instance, user) : throw CenterRefusals.Denied("Devices are managed by administrators.", "ST-157");
    }

    private Task<TResult> RunAsync<TResult>(IdentityCenterInstance instance, IamCommand<TResult> command, CancellationToken cancellationToken) =>
        _directory.ForAccount(instance.Account).ExecuteAsync(command, cancellationToken);
}

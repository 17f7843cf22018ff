using IamCore.Administration;
using IamCore.Callers;

namespace IamCore.Sessions;

/// <summary>
/// Issues temporary credentials within the process: sessions for users, roles, federated users and services. Every session comes both
/// live, for
/// use in this process, and as credentials to sign requests with (ST-006). It is safe for concurrent use.
/// </summary>
/// <example>
/// <code>
/// var tokens = new SecurityTokenService(directory);
/// AssumedRole assumed = await tokens.AssumeRoleAsync(
///     caller, new AssumeRole("arn:aws:iam::123456789012:role/report-reader", "nightly-report"), cancellationToken);
/// SessionCredentials credentials = assumed.Credentials;
/// </code>
/// </example>
public sealed class SecurityTokenService
{
    private readonly IamDirectory _directory;
    private readonly CallerResolver _callers;
    private readonly SessionIssuer _issuer;
    private readonly SessionAudit _audit;

    /// <summary>Creates a service for a directory.</summary>
    public SecurityTokenService(IamDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        _directory = directory;
        _callers = new(directory.Store, directory.Options);
        _issuer = new(directory);
        _audit = new(directory);
    }

    /// <summary>Returns a session with the permissions of a role, in place of the caller's own (ST-031 to ST-051).</summary>
    /// <exception cref="IamException">
    /// <c>AccessDenied</c>: the caller may not assume the role, or not with these parameters. <c>ValidationError</c>: a parameter is
    /// invalid.
    /// </exception>
    public ValueTask<AssumedRole> AssumeRoleAsync(Caller caller, AssumeRole request, CancellationToken cancellationToken = default) =>
        _audit.ReportAsync(
            caller, "sts:AssumeRole", request.RoleArn, request,
            () => new AssumeRoleOperation(_directory, _callers, _issuer).RunAsync(caller, request, cancellationToken),
            cancellationToken);

    /// <summary>Returns temporary credentials for the calling user or root itself, optionally with MFA (ST-076 to ST-084).</summary>
    /// <exception cref="IamException"><c>AccessDenied</c>: the caller is a session, or the code is wrong.</exception>
    public ValueTask<IssuedSession> GetSessionTokenAsync(Caller caller, GetSessionToken request, CancellationToken cancellationToken = default) =>
        _audit.ReportAsync(
            caller, "sts:GetSessionToken", null, request, () => new UserSessionOperation(_directory, _callers, _issuer).RunAsync(caller, request, cancellationToken), cancellationToken);

    /// <summary>Returns temporary credentials for somebody the calling user or root vouches for (ST-085 to ST-093).</summary>
    /// <exception cref="IamException"><c>AccessDenied</c>: the caller is a session, or the policies do not allow it.</exception>
    public ValueTask<FederatedUser> GetFederationTokenAsync(Caller caller, GetFederationToken request, CancellationToken cancellationToken = default) =>
        _audit.ReportAsync(
            caller, "sts:GetFederationToken", null, $"GetFederationToken {request.Name}",
            () => new UserSessionOperation(_directory, _callers, _issuer).RunAsync(caller, request, cancellationToken), cancellationToken);

    /// <summary>Returns who the caller is. No policy can deny this (ST-094).</summary>
    /// <exception cref="IamException">The caller is no longer valid.</exception>
    public async ValueTask<CallerIdentity> GetCallerIdentityAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        var resolved = await _callers.ResolveAsync(caller, cancellationToken).ConfigureAwait(false);
        return new(resolved.UserId, caller.Account, resolved.Arn);
    }

    /// <summary>
    /// Returns a session of a member account's root user, restricted to one task, for callers of the management account (ST-098 to
    /// ST-101).
    /// </summary>
    /// <exception cref="IamException"><c>AccessDenied</c>: the caller may not.</exception>
    public ValueTask<IssuedSession> AssumeRootAsync(Caller caller, AssumeRoot request, CancellationToken cancellationToken = default) =>
        _audit.ReportAsync(
            caller, "sts:AssumeRoot", request.TargetPrincipal, request,
            () => new AssumeRootOperation(_directory, _callers, _issuer).RunAsync(caller, request, cancellationToken),
            cancellationToken);

    /// <summary>Switches from a sign-in session to a role, regardless of any role currently switched to (ST-052).</summary>
    /// <param name="current">The sign-in session, or a session switched to from it.</param>
    /// <param name="accountOrAlias">The number or alias of the role's account.</param>
    /// <param name="roleName">The path (without the leading slash) and name of the role.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException">The kind of session or the role does not allow it.</exception>
    public ValueTask<Session> SwitchRoleAsync(Session current, string accountOrAlias, string roleName, CancellationToken cancellationToken = default) =>
        _audit.ReportAsync(
            current.SwitchedFrom ?? current, "sts:AssumeRole", $"{accountOrAlias}:role/{roleName}", "SwitchRole",
            () => new SwitchRoleOperation(_directory, _callers, _issuer).SwitchAsync(current, accountOrAlias, roleName, cancellationToken),
            cancellationToken);

    /// <summary>Returns the session that the user originally signed in with (ST-052).</summary>
    /// <exception cref="IamException">The session was not created by <see cref="SwitchRoleAsync"/>.</exception>
    public static Session ExitRole(Session current) => SwitchRoleOperation.Exit(current);

    /// <summary>
    /// Returns a secret that a broker can give a person's browser instead of a session. It is valid for one use within 15 minutes
    /// (ST-128).
    /// </summary>
    /// <param name="session">The session of a role or federated user; it must not have been redeemed or switched to itself.</param>
    /// <param name="sessionSeconds">
    /// The duration of the redeemed session in seconds (900–43200); <see langword="null"/> for the remaining time of the session (ST-129).
    /// </param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException">The session cannot be exchanged.</exception>
    public ValueTask<string> CreateSignInTokenAsync(Session session, int? sessionSeconds = null, CancellationToken cancellationToken = default) =>
        _audit.ReportAsync(
            session, "signin:CreateSignInToken", null, "CreateSignInToken",
            () => new SignInTokenOperation(_directory, _callers, _issuer).CreateAsync(session, sessionSeconds, cancellationToken),
            cancellationToken);

    /// <summary>Redeems a sign-in token for the session it stands for (ST-130).</summary>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>: the token has been redeemed, has expired or was altered.</exception>
    public ValueTask<Session> RedeemSignInTokenAsync(string token, CancellationToken cancellationToken = default) =>
        _audit.ReportAsync(
            null, "signin:RedeemSignInToken", null, "RedeemSignInToken",
            () => new SignInTokenOperation(_directory, _callers, _issuer).RedeemAsync(token, cancellationToken),
            cancellationToken);

    /// <summary>Returns a session of a role for a registered service (ST-115).</summary>
    /// <param name="service">The handle of the service.</param>
    /// <param name="roleArn">The ARN of the role. Its trust policy must name the service.</param>
    /// <param name="sessionName">The name of the session.</param>
    /// <param name="purpose">The resource and account on whose behalf the service acts; <see langword="null"/> for none.</param>
    /// <param name="durationSeconds">
    /// The duration of the session in seconds (900–43200). The role's own maximum does not apply (ST-116).
    /// </param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException"><c>AccessDenied</c>: the role's trust policy does not allow it.</exception>
    public ValueTask<IssuedSession> AssumeRoleForServiceAsync(
        ServiceHandle service,
        string roleArn,
        string sessionName,
        ServicePurpose? purpose = null,
        int durationSeconds = 3600,
        CancellationToken cancellationToken = default) =>
        _audit.ReportAsync(
            Own(service).Service.Principal,
            "sts:AssumeRole",
            roleArn,
            $"AssumeRoleForService {roleArn} as {sessionName}",
            () => new ServiceRoleOperation(_directory, _callers, _issuer).AssumeAsync(service, roleArn, sessionName, purpose ?? new(), durationSeconds, cancellationToken));

    /// <summary>Returns the caller's session as a service uses it to call other services on the caller's behalf (ST-122).</summary>
    /// <exception cref="IamException">The caller is no longer valid.</exception>
    public async ValueTask<Session> ForwardAccessAsync(ServiceHandle service, Caller caller, CancellationToken cancellationToken = default)
    {
        _ = await _callers.ResolveAsync(caller, cancellationToken).ConfigureAwait(false);
        return ForwardOperation.Forward(Own(service), caller, _directory.Options.TimeProvider.GetUtcNow());
    }

    /// <summary>
    /// Determines whether a role admits the caller with an external id but not without it. A third party checks this before it accepts a
    /// customer's role (ST-043).
    /// </summary>
    /// <returns><see langword="true"/> if the role requires the external id.</returns>
    /// <exception cref="IamException">The check failed for a reason other than a denial.</exception>
    public async ValueTask<bool> TestRoleExternalIdAsync(Caller caller, string roleArn, string externalId, CancellationToken cancellationToken = default)
    {
        var request = new AssumeRole(roleArn, "external-id-test");
        return await MayAssumeAsync(caller, request with { ExternalId = externalId }, cancellationToken).ConfigureAwait(false)
            && !await MayAssumeAsync(caller, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Encodes why a request was denied, as text that only authorized callers of the denied caller's account can decode (ST-095).
    /// </summary>
    /// <param name="caller">The caller whose request was denied.</param>
    /// <param name="action">The action of the request.</param>
    /// <param name="resource">The resource of the request.</param>
    /// <param name="result">The result of the authorization.</param>
    /// <param name="context">The host's context keys of the request.</param>
    /// <param name="keys">The names of the context keys to include; absent ones are left out.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException">The caller is no longer valid.</exception>
    public ValueTask<string> EncodeAuthorizationMessageAsync(
        Caller caller,
        ActionName action,
        ResourceName resource,
        AccessResult result,
        IRequestContext? context = null,
        ValueList<string>? keys = null,
        CancellationToken cancellationToken = default) =>
        new AuthorizationMessages(_directory, _callers).EncodeAsync(caller, action, resource, result, context, keys ?? ValueList<string>.Empty, cancellationToken);

    /// <summary>Decodes a text created by <see cref="EncodeAuthorizationMessageAsync"/> (ST-095).</summary>
    /// <exception cref="IamException">
    /// <c>AccessDenied</c>: the caller may not decode messages. <c>InvalidAuthorizationMessageException</c>: the message was altered, is
    /// more than
    /// 24 hours old or belongs to another account.
    /// </exception>
    public ValueTask<AuthorizationMessage> DecodeAuthorizationMessageAsync(Caller caller, string encodedMessage, CancellationToken cancellationToken = default) =>
        new AuthorizationMessages(_directory, _callers).DecodeAsync(caller, encodedMessage, cancellationToken);

    /// <summary>Returns a token with which a session can identify itself to one service (ST-096).</summary>
    /// <param name="session">The session.</param>
    /// <param name="servicePrincipal">The principal of a registered service; the token is valid for this service only.</param>
    /// <param name="durationSeconds">The duration in seconds (900–43200); the token never outlives the session.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IamException">
    /// <c>AccessDenied</c>: the session may not. <c>ValidationError</c>: the service is not registered.
    /// </exception>
    public ValueTask<ServiceBearerToken> GetServiceBearerTokenAsync(
        Session session, string servicePrincipal, int durationSeconds = 3600, CancellationToken cancellationToken = default) =>
        _audit.ReportAsync(
            session, "sts:GetServiceBearerToken", null, $"GetServiceBearerToken {servicePrincipal}",
            () => new BearerTokens(_directory, _callers).CreateAsync(session, servicePrincipal, durationSeconds, cancellationToken),
            cancellationToken);

    /// <summary>Returns the session behind a service's bearer token (ST-096).</summary>
    /// <exception cref="IamException">
    /// <c>AuthenticationFailed</c>: the token was altered, has expired or belongs to another service.
    /// </exception>
    public ValueTask<Session> OpenServiceBearerTokenAsync(ServiceHandle service, string token, CancellationToken cancellationToken = default) =>
        new BearerTokens(_directory, _callers).OpenAsync(Own(service), token, cancellationToken);

    private async ValueTask<bool> MayAssumeAsync(Caller caller, AssumeRole request, CancellationToken cancellationToken)
    {
        try
        {
            await AssumeRoleAsync(caller, request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (IamException error) when (error.ErrorCode == IamErrorCode.AccessDenied)
        {
            return false;
        }
    }

    private ServiceHandle Own(ServiceHandle service) =>
        ReferenceEquals(service.Directory, _directory) ? service : throw new ArgumentException("The handle belongs to another directory", nameof(service));
}

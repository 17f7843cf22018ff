using IamCore.Administration;
using IamCore.Callers;

namespace IamCore.Sessions;

/// <summary>
/// Temporary credentials: makes sessions of users, roles, federated users and services, in process. Every session comes both live and as
/// credentials to sign with (ST-006). Safe for any number of threads.
/// </summary>
public sealed class SecurityTokenService
{
    private readonly IamDirectory _directory;
    private readonly CallerResolver _callers;
    private readonly SessionIssuer _issuer;
    private readonly SessionAudit _audit;

    /// <summary>A service over a directory.</summary>
    public SecurityTokenService(IamDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        _directory = directory;
        _callers = new(directory.Store, directory.Options);
        _issuer = new(directory);
        _audit = new(directory);
    }

    /// <summary>Gives a user or a role session the permissions of a role in place of its own (ST-031 to ST-051).</summary>
    /// <exception cref="IamException">The role may not be assumed, or not so.</exception>
    public ValueTask<AssumedRole> AssumeRoleAsync(Caller caller, AssumeRole request, CancellationToken cancellationToken = default) =>
        _audit.TellAsync(
            caller, "sts:AssumeRole", request.RoleArn, request,
            () => new AssumeRoleOperation(_directory, _callers, _issuer).RunAsync(caller, request, cancellationToken),
            cancellationToken);

    /// <summary>Temporary credentials of the calling user or root itself, perhaps with MFA (ST-076 to ST-084).</summary>
    /// <exception cref="IamException">The caller is a session, or the code is wrong.</exception>
    public ValueTask<IssuedSession> GetSessionTokenAsync(Caller caller, GetSessionToken request, CancellationToken cancellationToken = default) =>
        _audit.TellAsync(
            caller, "sts:GetSessionToken", null, request, () => new UserSessionOperation(_directory, _callers, _issuer).RunAsync(caller, request, cancellationToken), cancellationToken);

    /// <summary>Temporary credentials for somebody whom the calling user or root vouches for (ST-085 to ST-093).</summary>
    /// <exception cref="IamException">The caller is a session, or may not.</exception>
    public ValueTask<FederatedUser> GetFederationTokenAsync(Caller caller, GetFederationToken request, CancellationToken cancellationToken = default) =>
        _audit.TellAsync(
            caller, "sts:GetFederationToken", null, $"GetFederationToken {request.Name}",
            () => new UserSessionOperation(_directory, _callers, _issuer).RunAsync(caller, request, cancellationToken), cancellationToken);

    /// <summary>Who the caller is. No policy refuses it (ST-094).</summary>
    /// <exception cref="IamException">The caller is no longer good.</exception>
    public async ValueTask<CallerIdentity> GetCallerIdentityAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        var resolved = await _callers.ResolveAsync(caller, cancellationToken).ConfigureAwait(false);
        return new(resolved.UserId, caller.Account, resolved.Arn);
    }

    /// <summary>The root user of a member account for one task, for callers of the management account (ST-098 to ST-101).</summary>
    /// <exception cref="IamException">The caller may not.</exception>
    public ValueTask<IssuedSession> AssumeRootAsync(Caller caller, AssumeRoot request, CancellationToken cancellationToken = default) =>
        _audit.TellAsync(
            caller, "sts:AssumeRoot", request.TargetPrincipal, request,
            () => new AssumeRootOperation(_directory, _callers, _issuer).RunAsync(caller, request, cancellationToken),
            cancellationToken);

    /// <summary>Goes over to a role from a sign-in session, whichever role one is in (ST-052).</summary>
    /// <param name="current">The sign-in session, or one switched to from it.</param>
    /// <param name="accountOrAlias">The role's account.</param>
    /// <param name="roleName">The role's path without its first slash, and name.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException">The session or the role does not allow it.</exception>
    public ValueTask<Session> SwitchRoleAsync(Session current, string accountOrAlias, string roleName, CancellationToken cancellationToken = default) =>
        _audit.TellAsync(
            current.SwitchedFrom ?? current, "sts:AssumeRole", $"{accountOrAlias}:role/{roleName}", "SwitchRole",
            () => new SwitchRoleOperation(_directory, _callers, _issuer).SwitchAsync(current, accountOrAlias, roleName, cancellationToken),
            cancellationToken);

    /// <summary>Goes back to the session one signed in with (ST-052).</summary>
    /// <exception cref="IamException">The session was not switched to.</exception>
    public static Session ExitRole(Session current) => SwitchRoleOperation.Exit(current);

    /// <summary>A secret that a broker hands to a person's browser in place of a session; good for one use within 15 minutes (ST-128).</summary>
    /// <param name="session">A session of a role or federated user that was not itself redeemed or switched to.</param>
    /// <param name="sessionSeconds">How long the redeemed session lasts, 900 to 43200; by default as long as the credentials (ST-129).</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException">The session cannot be exchanged.</exception>
    public ValueTask<string> CreateSignInTokenAsync(Session session, int? sessionSeconds = null, CancellationToken cancellationToken = default) =>
        _audit.TellAsync(
            session, "signin:CreateSignInToken", null, "CreateSignInToken",
            () => new SignInTokenOperation(_directory, _callers, _issuer).CreateAsync(session, sessionSeconds, cancellationToken),
            cancellationToken);

    /// <summary>The session that a sign-in token stands for (ST-130).</summary>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>: redeemed, expired or altered.</exception>
    public ValueTask<Session> RedeemSignInTokenAsync(string token, CancellationToken cancellationToken = default) =>
        _audit.TellAsync(
            null, "signin:RedeemSignInToken", null, "RedeemSignInToken",
            () => new SignInTokenOperation(_directory, _callers, _issuer).RedeemAsync(token, cancellationToken),
            cancellationToken);

    /// <summary>A role for a registered service (ST-115).</summary>
    /// <param name="service">The service's handle.</param>
    /// <param name="roleArn">The role; its trust policy must name the service.</param>
    /// <param name="sessionName">The session's name.</param>
    /// <param name="purpose">For whom the service acts.</param>
    /// <param name="durationSeconds">900 to 43200 (ST-116).</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException">The trust policy does not allow it.</exception>
    public ValueTask<IssuedSession> AssumeRoleForServiceAsync(
        ServiceHandle service,
        string roleArn,
        string sessionName,
        ServicePurpose? purpose = null,
        int durationSeconds = 3600,
        CancellationToken cancellationToken = default) =>
        _audit.TellAsync(
            Own(service).Service.Principal,
            "sts:AssumeRole",
            roleArn,
            $"AssumeRoleForService {roleArn} as {sessionName}",
            () => new ServiceRoleOperation(_directory, _callers, _issuer).AssumeAsync(service, roleArn, sessionName, purpose ?? new(), durationSeconds, cancellationToken));

    /// <summary>The caller's session as a service uses it to call others in its name (ST-122).</summary>
    /// <exception cref="IamException">The caller is no longer good.</exception>
    public async ValueTask<Session> ForwardAccessAsync(ServiceHandle service, Caller caller, CancellationToken cancellationToken = default)
    {
        _ = await _callers.ResolveAsync(caller, cancellationToken).ConfigureAwait(false);
        return ForwardOperation.Forward(Own(service), caller, _directory.Options.TimeProvider.GetUtcNow());
    }

    /// <summary>Whether a role lets the caller in with its external id and not without: what a third party checks before it keeps a customer's
    /// role (ST-043).</summary>
    /// <exception cref="IamException">Anything but a refusal.</exception>
    public async ValueTask<bool> TestRoleExternalIdAsync(Caller caller, string roleArn, string externalId, CancellationToken cancellationToken = default)
    {
        var request = new AssumeRole(roleArn, "external-id-test");
        return await MayAssumeAsync(caller, request with { ExternalId = externalId }, cancellationToken).ConfigureAwait(false)
            && !await MayAssumeAsync(caller, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A refusal as text that only callers of the refused one's account who are allowed to can read (ST-095).</summary>
    /// <param name="caller">Who was refused.</param>
    /// <param name="action">What it wanted to do.</param>
    /// <param name="resource">To what.</param>
    /// <param name="result">The answer.</param>
    /// <param name="context">What the host knew of the request.</param>
    /// <param name="keys">The context keys to tell of, as far as they are there.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException">The caller is no longer good.</exception>
    public ValueTask<string> EncodeAuthorizationMessageAsync(
        Caller caller,
        ActionName action,
        ResourceName resource,
        AccessResult result,
        IRequestContext? context = null,
        ValueList<string>? keys = null,
        CancellationToken cancellationToken = default) =>
        new AuthorizationMessages(_directory, _callers).EncodeAsync(caller, action, resource, result, context, keys ?? ValueList<string>.Empty, cancellationToken);

    /// <summary>Reads such a text (ST-095).</summary>
    /// <exception cref="IamException"><c>AccessDenied</c>: the caller may not. <c>InvalidAuthorizationMessageException</c>: altered, older than 24 hours,
    /// or about another account.</exception>
    public ValueTask<AuthorizationMessage> DecodeAuthorizationMessageAsync(Caller caller, string encodedMessage, CancellationToken cancellationToken = default) =>
        new AuthorizationMessages(_directory, _callers).DecodeAsync(caller, encodedMessage, cancellationToken);

    /// <summary>A token by which one service knows the session (ST-096).</summary>
    /// <param name="session">The session.</param>
    /// <param name="servicePrincipal">A registered service; the token is good for it alone.</param>
    /// <param name="durationSeconds">900 to 43200, and never longer than the session.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException">The session may not, or the service is not registered.</exception>
    public ValueTask<ServiceBearerToken> GetServiceBearerTokenAsync(
        Session session, string servicePrincipal, int durationSeconds = 3600, CancellationToken cancellationToken = default) =>
        _audit.TellAsync(
            session, "sts:GetServiceBearerToken", null, $"GetServiceBearerToken {servicePrincipal}",
            () => new BearerTokens(_directory, _callers).CreateAsync(session, servicePrincipal, durationSeconds, cancellationToken),
            cancellationToken);

    /// <summary>The session behind a service's bearer token (ST-096).</summary>
    /// <exception cref="IamException"><c>AuthenticationFailed</c>: altered, late, or of another service.</exception>
    public ValueTask<Session> OpenServiceBearerTokenAsync(ServiceHandle service, string token, CancellationToken cancellationToken = default) =>
        new BearerTokens(_directory, _callers).OpenAsync(Own(service), token, cancellationToken);

    private async ValueTask<bool> MayAssumeAsync(Caller caller, AssumeRole request, CancellationToken cancellationToken)
    {
        try
        {
            await AssumeRoleAsync(caller, request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (IamException refusal) when (refusal.ErrorCode == IamErrorCode.AccessDenied)
        {
            return false;
        }
    }

    private ServiceHandle Own(ServiceHandle service) =>
        ReferenceEquals(service.Directory, _directory) ? service : throw new ArgumentException("The handle is of another directory", nameof(service));
}

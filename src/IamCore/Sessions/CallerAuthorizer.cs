using IamCore.Callers;
using IamCore.Configuration;
using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.Sessions;

/// <summary>
/// Authorizes what callers do in the host. What their kind of session can never do is denied first (ST-008); then the authorizer decides,
/// with
/// everything the session carries (ST-027). It is safe for concurrent use.
/// </summary>
/// <example>
/// <code>
/// var authorizer = new CallerAuthorizer(directory, innerAuthorizer);
/// await authorizer.DemandAsync(
///     caller,
///     ActionName.Parse("documents:Read"),
///     ResourceName.Parse("arn:aws:documents:::document/7"),
///     cancellationToken: cancellationToken); // throws IamException (AccessDenied) if the caller may not
/// </code>
/// </example>
public sealed class CallerAuthorizer
{
    private static readonly PolicySet NoResourcePolicy = PolicySet.Compile(PolicyType.Resource);

    private readonly IamDirectory _directory;
    private readonly IAuthorizer _authorizer;
    private readonly CallerResolver _callers;

    /// <summary>Creates an authorizer for the callers of a directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="authorizer">An authorizer over the same store as the directory.</param>
    public CallerAuthorizer(IamDirectory directory, IAuthorizer authorizer)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(authorizer);
        _directory = directory;
        _authorizer = authorizer;
        _callers = new(directory.Store, directory.Options);
    }

    /// <summary>Decides whether a caller may perform an action.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="action">The action.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="context">The host's context keys; it is never asked for keys that only sessions can have.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The decision with its reason.</returns>
    /// <exception cref="IamException">
    /// <c>ExpiredToken</c> or <c>InvalidClientTokenId</c>: the caller is no longer valid. <c>AccessDenied</c> with the detail
    /// <c>sessionRestriction</c>: no session of this kind can perform the action, whatever the policies say.
    /// </exception>
    public async ValueTask<AccessResult> AuthorizeAsync(
        Caller caller, ActionName action, ResourceName resource, IRequestContext? context = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var principal = await GetPrincipalAsync(caller, cancellationToken).ConfigureAwait(false);
        SessionRestrictions.Check(caller, action);
        var question = new AccessQuestion(principal, action, resource, new HostOnlyContext(context)) { ResourcePolicy = Unlocks(caller, action) ? NoResourcePolicy : null };
        return await _authorizer.AuthorizeAsync(in question, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Throws unless a caller may perform an action. The message says who was denied what and why (ID-244).</summary>
    /// <exception cref="IamException"><c>AccessDenied</c>: the caller may not. Otherwise as for <see cref="AuthorizeAsync"/>.</exception>
    public async ValueTask DemandAsync(
        Caller caller, ActionName action, ResourceName resource, IRequestContext? context = null, CancellationToken cancellationToken = default)
    {
        var result = await AuthorizeAsync(caller, action, resource, context, cancellationToken).ConfigureAwait(false);
        if (!result.IsAllowed)
        {
            var resolved = await _callers.ResolveAsync(caller, cancellationToken).ConfigureAwait(false);
            throw WithDependents(
                Denials.Decided(resolved.Arn, action.ToString(), resource.ToString(), result.Decision, "ID-244", result.Reason == AccessReason.None), caller, action);
        }
    }

    /// <summary>
    /// Returns a caller as a principal to pass to an <see cref="IAuthorizer"/>, with everything its session carries. The principal knows
    /// neither the
    /// restrictions of the session's kind (ST-008) nor its expiration, so do not keep it beyond one request.
    /// </summary>
    /// <exception cref="IamException">The caller is no longer valid (ST-005, ST-107).</exception>
    public async ValueTask<PrincipalSession> GetPrincipalAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        await _callers.CheckAliveAsync(caller, cancellationToken).ConfigureAwait(false);
        // A caller may be used with another directory, for which nothing found in this one holds.
        if (caller.Known is { } known && ReferenceEquals(known.Store, _directory.Store))
        {
            return known.Principal;
        }

        var identified = await IdentifiedCaller.FindAsync(_directory.Store, caller, cancellationToken).ConfigureAwait(false);
        var isFirstSignIn = caller is Session { IsExported: false, Forwarded: null, State.Kind: SessionKind.SignIn, MultiFactorAuthTime: null } && caller.IsRoot;
        if (!isFirstSignIn)
        {
            var principal = CallerPrincipal.Of(identified, mayEnableFirstDevice: false);
            caller.Known = new(_directory.Store, principal);
            return principal;
        }

        var devices = await _directory.Store.CountAsync(
            new() { Kind = ObjectKind.MfaDevice, Scope = caller.Account.ToString(), RefersTo = new(Relation.Credential, caller.Entity) }, cancellationToken).ConfigureAwait(false);
        return CallerPrincipal.Of(identified, mayEnableFirstDevice: devices == 0); // Not cached, because a device may be added at any time.
    }

    /// <summary>Adds to an error of a forwarded session the action that the caller originally asked for, if it is known (ST-124).</summary>
    private IamException WithDependents(IamException error, Caller caller, ActionName action)
    {
        if (caller is not Session { Forwarded: not null })
        {
            return error;
        }

        var dependents = ((IEnumerable<DependentAction>)_directory.Credentials.Options.DependentActions).Where(known => known.DependsOn == action).ToArray();
        return dependents.Length == 0 ? error : new(error.ErrorCode, error.Message,
            [.. (IEnumerable<IamErrorDetail>)error.Details, .. dependents.Select(known => new IamErrorDetail("ST-124", known.Action.ToString(), $"{known.Action} also requires {action}"))]);
    }

    /// <summary>
    /// Whether the session exists to repair the bucket or queue policy that would deny it, so that this policy is not evaluated (ST-101).
    /// </summary>
    private static bool Unlocks(Caller caller, ActionName action) =>
        caller is Session { State.TaskPolicy: "S3UnlockBucketPolicy" or "SQSUnlockQueuePolicy" }
        && (action.Service.Equals("s3", StringComparison.OrdinalIgnoreCase) || action.Service.Equals("sqs", StringComparison.OrdinalIgnoreCase));

    /// <summary>The host's context keys, without those that only sessions can have (EV-013, ST-027).</summary>
    private sealed class HostOnlyContext(IRequestContext? host) : IRequestContext
    {
        public ContextValue Find(ContextKey key) => host is null || key.IsOfCaller ? default : host.Find(key);
    }
}

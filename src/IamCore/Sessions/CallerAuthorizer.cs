using IamCore.Callers;
using IamCore.Configuration;
using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.Sessions;

/// <summary>
/// Decides what callers may do in the host: what their kind of session can never do is refused first (ST-008), then the authorizer is asked
/// with everything the session carries (ST-027). Safe for any number of threads.
/// </summary>
public sealed class CallerAuthorizer
{
    private static readonly PolicySet NoResourcePolicy = PolicySet.Compile(PolicyType.Resource);

    private readonly IamDirectory _directory;
    private readonly IAuthorizer _authorizer;
    private readonly CallerResolver _callers;

    /// <summary>Decides about the callers of a directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="authorizer">An authorizer over the same store.</param>
    public CallerAuthorizer(IamDirectory directory, IAuthorizer authorizer)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(authorizer);
        _directory = directory;
        _authorizer = authorizer;
        _callers = new(directory.Store, directory.Options);
    }

    /// <summary>Decides one question of a caller.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="action">What it wants to do.</param>
    /// <param name="resource">To what.</param>
    /// <param name="context">What the host knows of the request; it is not asked for keys that only sessions can have.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IamException"><c>ExpiredToken</c> or <c>InvalidClientTokenId</c>: the caller is no longer good. <c>AccessDenied</c> with the detail
    /// <c>sessionRestriction</c>: nobody with such a session can do this, whatever policies say.</exception>
    public async ValueTask<AccessResult> AuthorizeAsync(
        Caller caller, ActionName action, ResourceName resource, IRequestContext? context = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var principal = await GetPrincipalAsync(caller, cancellationToken).ConfigureAwait(false);
        SessionRestrictions.Check(caller, action);
        var question = new AccessQuestion(principal, action, resource, new HostOnlyContext(context)) { ResourcePolicy = Unlocks(caller, action) ? NoResourcePolicy : null };
        return await _authorizer.AuthorizeAsync(in question, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Decides, and refuses in the words of ID-244.</summary>
    /// <exception cref="IamException"><c>AccessDenied</c>, or as <see cref="AuthorizeAsync"/>.</exception>
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
    /// A caller as an <see cref="IAuthorizer"/> is asked about it, with all that its session carries. It does not know of restrictions by kind
    /// (ST-008) and does not end: who keeps it asks for it anew at each request.
    /// </summary>
    /// <exception cref="IamException">The caller is no longer good (ST-005, ST-107).</exception>
    public async ValueTask<PrincipalSession> GetPrincipalAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        await _callers.CheckAliveAsync(caller, cancellationToken).ConfigureAwait(false);
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
        return CallerPrincipal.Of(identified, mayEnableFirstDevice: devices == 0); // never kept: a device may come
    }

    /// <summary>At a later hop the refusal names what the caller asked for in the first place, as far as it is known (ST-124).</summary>
    private IamException WithDependents(IamException refusal, Caller caller, ActionName action)
    {
        if (caller is not Session { Forwarded: not null })
        {
            return refusal;
        }

        var dependents = ((IEnumerable<DependentAction>)_directory.Credentials.Options.DependentActions).Where(known => known.DependsOn == action).ToArray();
        return dependents.Length == 0 ? refusal : new(refusal.ErrorCode, refusal.Message,
            [.. (IEnumerable<IamErrorDetail>)refusal.Details, .. dependents.Select(known => new IamErrorDetail("ST-124", known.Action.ToString(), $"{known.Action} needs {action} too"))]);
    }

    /// <summary>A root task is there to repair the policy that would refuse it: bucket and queue policies are not asked (ST-101).</summary>
    private static bool Unlocks(Caller caller, ActionName action) =>
        caller is Session { State.TaskPolicy: "S3UnlockBucketPolicy" or "SQSUnlockQueuePolicy" }
        && (action.Service.Equals("s3", StringComparison.OrdinalIgnoreCase) || action.Service.Equals("sqs", StringComparison.OrdinalIgnoreCase));

    /// <summary>What the host knows, without the keys that only sessions can have (EV-013, ST-027).</summary>
    private sealed class HostOnlyContext(IRequestContext? host) : IRequestContext
    {
        public ContextValue Find(ContextKey key) => host is null || SessionContext.IsOfSessions(key.Name) ? default : host.Find(key);
    }
}

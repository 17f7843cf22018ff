using System.Diagnostics.CodeAnalysis;
using IamCore.Policies.Requests;

namespace IamCore.Policies;

/// <summary>
/// One question: may this principal do this action on this resource, in this context (EV-106)? Only a request without errors (PL-201)
/// exists; the default asks nothing and is refused.
/// </summary>
public readonly struct AccessRequest
{
    private readonly RequestTraits _traits;
    private readonly ActionName _action;
    private readonly ResourceName _resource;

    /// <summary>Puts a question together from checked parts.</summary>
    /// <param name="principal">Who asks.</param>
    /// <param name="action">What the principal wants to do.</param>
    /// <param name="resource">To what; <see cref="ResourceName.None"/> where the action names no resource.</param>
    /// <param name="context">What else is known; nothing by default.</param>
    /// <param name="resourceAccount">The resource's owner; by default the account of its ARN, else the principal's (EV-006).</param>
    /// <param name="time">The time of the request (EV-012); by default now.</param>
    /// <param name="strictResource">Whether the resource's own policy must grant, even within one account (EV-050 c).</param>
    /// <exception cref="RequestFormatException">A <see cref="RequestContext"/> holds a key that contradicts one the engine derives
    /// (EV-013), or a time that is no date (EV-012).</exception>
    public AccessRequest(
        Principal principal,
        ActionName action,
        ResourceName resource,
        IRequestContext? context = null,
        AccountId resourceAccount = default,
        DateTimeOffset? time = null,
        bool strictResource = false)
    {
        ArgumentNullException.ThrowIfNull(principal);
        if (action.IsNone)
        {
            throw new ArgumentException("A request needs an action", nameof(action));
        }

        Principal = principal;
        _action = action;
        _resource = resource;
        Context = context ?? RequestContext.Empty;
        Time = time ?? TimeProvider.System.GetUtcNow();
        ResourceAccount = OwnerOf(resource, resourceAccount, principal);
        _traits = TraitsOf(principal, action, resource, ResourceAccount.Span, strictResource);
        if (Context is RequestContext { Derivable: not 0 } supplied && DerivedContext.FindConflicts(in this, supplied) is { Count: > 0 } faults)
        {
            throw new RequestFormatException(faults);
        }
    }

    [Flags]
    private enum RequestTraits : byte
    {
        None = 0,
        SameAccount = 1,
        Trust = 2,
        Strict = 4,
        GetCallerIdentity = 8,
    }

    /// <summary>Who asks.</summary>
    public Principal Principal { get; }

    /// <summary>What the principal wants to do.</summary>
    public ActionName Action => _action;

    /// <summary>To what.</summary>
    public ResourceName Resource => _resource;

    /// <summary>The action without a copy.</summary>
    [UnscopedRef]
    internal ref readonly ActionName ActionRef => ref _action;

    /// <summary>The resource without a copy.</summary>
    [UnscopedRef]
    internal ref readonly ResourceName ResourceRef => ref _resource;

    /// <summary>What else is known.</summary>
    public IRequestContext Context { get; }

    /// <summary>The time of the request, which <c>aws:CurrentTime</c> gives where the host supplies none (EV-012).</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The account that owns the resource, 12 digits; empty where there is none (EV-006).</summary>
    public ReadOnlyMemory<char> ResourceAccount { get; }

    /// <summary>Whether principal and resource are of one account (EV-007).</summary>
    public bool IsSameAccount => (_traits & RequestTraits.SameAccount) != 0;

    /// <summary>Whether this asks to assume a role, so that the resource policy is a trust policy (EV-090).</summary>
    public bool IsTrustRequest => (_traits & RequestTraits.Trust) != 0;

    /// <summary>Whether identity policies alone can never grant (EV-050).</summary>
    public bool IsStrictResource => (_traits & RequestTraits.Strict) != 0;

    /// <summary>Whether this is <c>sts:GetCallerIdentity</c>, which nothing denies (EV-100).</summary>
    internal bool IsGetCallerIdentity => (_traits & RequestTraits.GetCallerIdentity) != 0;

    /// <summary>Makes a request from text, with every error told.</summary>
    public static bool TryCreate(
        string principal,
        string action,
        string resource,
        IRequestContext? context,
        out AccessRequest request,
        out ValueList<RequestFault> faults)
    {
        request = default;
        var found = new List<RequestFault>();
        if (!Principal.TryParse(principal, out var who))
        {
            found.Add(new(RequestFaultCode.InvalidRequestPrincipal, "principal", $"\"{principal}\" is not a principal"));
        }

        if (!ActionName.TryParse(action, out var what))
        {
            found.Add(new(RequestFaultCode.InvalidRequestAction, "action", $"\"{action}\" is not an action: expected service:Name without wildcards"));
        }

        if (!ResourceName.TryParse(resource, out var where))
        {
            found.Add(new(RequestFaultCode.InvalidRequestResource, "resource", $"\"{resource}\" is neither * nor an ARN with six fields"));
        }

        if (found.Count == 0)
        {
            return TryCreate(who!, what, where, context, default, null, false, out request, out faults);
        }

        faults = [.. found];
        return false;
    }

    /// <summary>Makes a request from checked parts; false where the context contradicts them (EV-012, EV-013).</summary>
    public static bool TryCreate(
        Principal principal,
        ActionName action,
        ResourceName resource,
        IRequestContext? context,
        AccountId resourceAccount,
        DateTimeOffset? time,
        bool strictResource,
        out AccessRequest request,
        out ValueList<RequestFault> faults)
    {
        request = new AccessRequest(principal, action, resource, null, resourceAccount, time, strictResource);
        faults = context is RequestContext { Derivable: not 0 } supplied ? DerivedContext.FindConflicts(in request, supplied) : ValueList<RequestFault>.Empty;
        if (faults.Count > 0)
        {
            request = default;
            return false;
        }

        request = new AccessRequest(principal, action, resource, context, resourceAccount, time ?? request.Time, strictResource);
        return true;
    }

    private static ReadOnlyMemory<char> OwnerOf(ResourceName resource, AccountId given, Principal principal)
    {
        if (!given.IsNone)
        {
            return given.ToString().AsMemory();
        }

        var arn = resource.Arn;
        return AccountId.IsValid(arn.Account)
            ? arn.ToString().AsMemory(arn.AccountStart, AccountId.Length)
            : principal.Account.ToString().AsMemory();
    }

    private static RequestTraits TraitsOf(
        Principal principal, ActionName action, ResourceName resource, ReadOnlySpan<char> resourceAccount, bool strictResource)
    {
        var traits = strictResource ? RequestTraits.Strict : RequestTraits.None;
        if (!principal.Account.IsNone && resourceAccount.SequenceEqual(principal.Account.ToString()))
        {
            traits |= RequestTraits.SameAccount;
        }

        var arn = resource.Arn;
        if (action.ServiceHash == KnownActions.StsHash)
        {
            if (action == KnownActions.GetCallerIdentity && principal.Kind != PrincipalKind.Anonymous)
            {
                traits |= RequestTraits.GetCallerIdentity;
            }
            else if (arn.Service is "iam" && arn.Region.IsEmpty && AccountId.IsValid(arn.Account)
                && arn.Resource.StartsWith("role/", StringComparison.Ordinal) && KnownActions.IsTrustAction(action))
            {
                traits |= RequestTraits.Trust | RequestTraits.Strict;
            }
        }
        else if (arn.Service is "kms" && arn.Resource.StartsWith("key/", StringComparison.Ordinal)
            && action.Service.Equals("kms", StringComparison.OrdinalIgnoreCase))
        {
            traits |= RequestTraits.Strict;
        }

        return traits;
    }
}

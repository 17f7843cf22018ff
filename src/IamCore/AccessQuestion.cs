namespace IamCore;

/// <summary>One question to an authorizer: may this principal do this action on this resource, in this context (EV-106)?</summary>
public readonly record struct AccessQuestion
{
    /// <summary>A question of a principal of whom nothing more is known than the name.</summary>
    public AccessQuestion(Principal principal, ActionName action, ResourceName resource, IRequestContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ThrowIfNone(action);
        Principal = principal;
        Action = action;
        Resource = resource;
        Context = context;
    }

    /// <summary>A question within a session.</summary>
    public AccessQuestion(PrincipalSession session, ActionName action, ResourceName resource, IRequestContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        ThrowIfNone(action);
        Principal = session.Principal;
        Session = session;
        Action = action;
        Resource = resource;
        Context = context;
    }

    /// <summary>Who asks, as named when the session was made.</summary>
    public Principal Principal { get; }

    /// <summary>What the principal's session carries; <see langword="null"/> where the question was asked by name alone.</summary>
    public PrincipalSession? Session { get; }

    /// <summary>What the principal wants to do.</summary>
    public ActionName Action { get; }

    /// <summary>To what; <see cref="ResourceName.None"/> where the action names no resource.</summary>
    public ResourceName Resource { get; }

    /// <summary>What the host knows of the request. It is not asked for keys that the engine derives.</summary>
    public IRequestContext? Context { get; init; }

    /// <summary>The resource's owner; by default the account of its ARN, else the principal's (EV-006).</summary>
    public AccountId ResourceAccount { get; init; }

    /// <summary>The resource's own policy. By default it is looked up: the trust policy in the directory for trust requests (EV-090), any
    /// other through <see cref="IResourcePolicySource"/>. A set without documents says that there is none.</summary>
    public PolicySet? ResourcePolicy { get; init; }

    /// <summary>The policies of the endpoint that the request passes through (EV-044).</summary>
    public PolicySet? EndpointPolicy { get; init; }

    /// <summary>Whether the resource's own policy must grant, even within one account (EV-050 c).</summary>
    public bool IsStrictResource { get; init; }

    /// <summary>The decision includes every commit up to this revision; 0 for whatever is newest in this process.</summary>
    public long MinimumRevision { get; init; }

    /// <summary>For people: who, what, to what.</summary>
    public override string ToString() => $"{Principal} {Action} {Resource}";

    private static void ThrowIfNone(ActionName action)
    {
        if (action.IsNone)
        {
            throw new ArgumentException("A question needs an action", nameof(action));
        }
    }
}

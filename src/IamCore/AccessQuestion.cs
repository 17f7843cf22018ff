namespace IamCore;

/// <summary>
/// A question to an authorizer: may this principal perform this action on this resource, in this context (EV-106)?
/// </summary>
/// <remarks>
/// Questions are values: create one for each request, or keep one whose parts do not change and supply the context with <c>with</c>.
/// </remarks>
/// <example>
/// <code>
/// var question = new AccessQuestion(
///     Principal.Parse("arn:aws:iam::123456789012:user/alice"),
///     ActionName.Parse("docs:Read"),
///     ResourceName.Parse("arn:aws:docs:::document/13"),
///     new RequestContext { { "aws:SourceIp", "203.0.113.7" } });
/// AccessResult result = await authorizer.AuthorizeAsync(question);
/// </code>
/// </example>
public readonly record struct AccessQuestion
{
    /// <summary>Creates a question about a principal identified by name alone, without a session.</summary>
    /// <param name="principal">The principal that makes the request.</param>
    /// <param name="action">The action requested.</param>
    /// <param name="resource">The resource concerned; <see cref="ResourceName.None"/> if the action applies to none.</param>
    /// <param name="context">What the host knows about the request.</param>
    /// <exception cref="ArgumentException"><paramref name="action"/> is the default value.</exception>
    public AccessQuestion(Principal principal, ActionName action, ResourceName resource, IRequestContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ThrowIfNone(action);
        Principal = principal;
        Action = action;
        Resource = resource;
        Context = context;
    }

    /// <summary>Creates a question asked within a session.</summary>
    /// <param name="session">The session of the principal that makes the request.</param>
    /// <param name="action">The action requested.</param>
    /// <param name="resource">The resource concerned; <see cref="ResourceName.None"/> if the action applies to none.</param>
    /// <param name="context">What the host knows about the request.</param>
    /// <exception cref="ArgumentException"><paramref name="action"/> is the default value.</exception>
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

    /// <summary>The principal that makes the request, under the name it had when the session was created.</summary>
    public Principal Principal { get; }

    /// <summary>The principal's session; <see langword="null"/> if the question names only the principal.</summary>
    public PrincipalSession? Session { get; }

    /// <summary>The action requested.</summary>
    public ActionName Action { get; }

    /// <summary>The resource concerned; <see cref="ResourceName.None"/> if the action applies to none.</summary>
    public ResourceName Resource { get; }

    /// <summary>
    /// What the host knows about the request. It is not asked for keys that the engine derives itself, such as <c>aws:PrincipalArn</c>.
    /// </summary>
    public IRequestContext? Context { get; init; }

    /// <summary>
    /// The account that owns the resource; by default the account in the resource's ARN, otherwise the principal's account (EV-006).
    /// </summary>
    public AccountId ResourceAccount { get; init; }

    /// <summary>
    /// The resource-based policy. If <see langword="null"/>, it is looked up: for requests to assume a role, the role's trust policy in
    /// the directory (EV-090);
    /// for all others, <see cref="IResourcePolicySource"/>. Pass a set without documents to state that the resource has no policy.
    /// </summary>
    public PolicySet? ResourcePolicy { get; init; }

    /// <summary>The policies of the endpoint through which the request arrives, such as a VPC endpoint policy (EV-044).</summary>
    public PolicySet? EndpointPolicy { get; init; }

    /// <summary>
    /// Whether the resource-based policy must allow the request even if principal and resource belong to the same account (EV-050 c).
    /// </summary>
    public bool IsStrictResource { get; init; }

    /// <summary>
    /// The minimum revision of the directory that the decision must reflect; use the revision that a change returned to read your own
    /// write.
    /// </summary>
    /// <value>0: the newest revision known in this process.</value>
    public long MinimumRevision { get; init; }

    /// <summary>Returns the question as text for logs and debugging.</summary>
    /// <returns>The principal, the action and the resource, separated by spaces.</returns>
    public override string ToString() => $"{Principal} {Action} {Resource}";

    private static void ThrowIfNone(ActionName action)
    {
        if (action.IsNone)
        {
            throw new ArgumentException("A question requires an action", nameof(action));
        }
    }
}

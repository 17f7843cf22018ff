using IamCore.Authorization;
using IamCore.Model;

namespace IamCore;

/// <summary>A principal together with the attributes of its session, such as tags and session policies (ST-003).</summary>
/// <remarks>
/// Create one when the principal is authenticated and use it for all its requests: the authorizer caches what it finds out about the
/// principal in the session.
/// Immutable once created.
/// </remarks>
/// <example>
/// <code>
/// var session = new PrincipalSession(Principal.Parse("arn:aws:sts::123456789012:assumed-role/Editor/alice"))
/// {
///     Tags = [new Tag("Department", "Legal")],
///     MultiFactorTime = DateTimeOffset.UtcNow,
/// };
/// AccessResult result = await authorizer.AuthorizeAsync(new AccessQuestion(session, action, resource));
/// </code>
/// </example>
public sealed class PrincipalSession
{
    private volatile SessionMemo? _memo;

    /// <summary>Creates a session of a principal.</summary>
    /// <param name="principal">The principal under its current name.</param>
    public PrincipalSession(Principal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        Principal = principal;
    }

    /// <summary>
    /// The principal under the name it had when the session was created. If <see cref="Entity"/> is set, decisions use its current name
    /// (ID-224).
    /// </summary>
    public Principal Principal { get; }

    /// <summary>
    /// The user or role to which the session is bound by unique id: the session survives a rename, and does not pass to another object
    /// re-created under the same
    /// name. For a federated session, the user behind it, or the account whose root user created it (ST-088). By default, the session is
    /// bound by name.
    /// </summary>
    public ObjectKey Entity { get; init; }

    /// <summary>The session tags. Each replaces the tag of the user or role with the same key, ignoring case (ST-024, ST-091).</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    /// <summary>The session policies; <see langword="null"/> if none were passed (EV-056, EV-057).</summary>
    public PassedSessionPolicies? Policies { get; init; }

    /// <summary>
    /// The context keys fixed when the session was issued (ST-027), for example <c>aws:TokenIssueTime</c>. If present,
    /// <c>aws:TokenIssueTime</c>,
    /// <c>aws:SourceIdentity</c>, <c>aws:FederatedProvider</c>, <c>aws:AssumedRoot</c> and the two MFA keys are taken only from here, and
    /// any other key is looked
    /// up here before the host's context. If <see langword="null"/>, all of them are taken from the host's context.
    /// </summary>
    public RequestContext? Keys { get; init; }

    /// <summary>
    /// When the second factor was verified (ST-003). Sets <c>aws:MultiFactorAuthPresent</c> to <c>true</c> and determines
    /// <c>aws:MultiFactorAuthAge</c>.
    /// </summary>
    public DateTimeOffset? MultiFactorTime { get; init; }

    /// <summary>
    /// Whether this is a sign-in with a password (ST-007). The root usage guard lets such a session change its password and enable an MFA
    /// device (ID-040).
    /// </summary>
    public bool IsSignIn { get; init; }

    /// <summary>
    /// Whether the root user of this sign-in has no MFA device yet and may enable the first one despite the root usage guard (ID-040).
    /// </summary>
    public bool MayEnableFirstRootDevice { get; init; }

    /// <summary>
    /// Whether this is a root task session of a member account (ST-101). Its task policy is in <see cref="Policies"/>; the engine allows
    /// everything that the
    /// policy does not deny, and the root usage guard does not apply.
    /// </summary>
    public bool IsRootTask { get; init; }

    /// <summary>What the authorizer asked last has cached about the session.</summary>
    internal SessionMemo? Memo
    {
        get => _memo;
        set => _memo = value;
    }

    /// <summary>Returns the principal as text.</summary>
    /// <returns>The ARN of the principal.</returns>
    public override string ToString() => Principal.ToString();
}

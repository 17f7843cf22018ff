using IamCore.Authorization;
using IamCore.Model;

namespace IamCore;

/// <summary>
/// Who asks, and what their session carries (ST-003). Made when the principal proves who they are, used for all their questions:
/// what is found out about it is remembered with it. Immutable once made.
/// </summary>
public sealed class PrincipalSession
{
    private volatile SessionMemo? _memo;

    /// <summary>A session of a principal as named now.</summary>
    public PrincipalSession(Principal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        Principal = principal;
    }

    /// <summary>The principal as named when the session was made. With <see cref="Entity"/> the current name counts (ID-224).</summary>
    public Principal Principal { get; }

    /// <summary>
    /// The user or role that the session is bound to by its unique id: a renamed user stays, one re-created under the name does not
    /// become this one. For a federated session the user behind it, or the account whose root user made it (ST-088). The default binds
    /// by name.
    /// </summary>
    public ObjectKey Entity { get; init; }

    /// <summary>Tags passed to the session; each replaces the user's or role's of the same key in any letter case (ST-024, ST-091).</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    /// <summary>The session policies passed; <see langword="null"/> where none were (EV-056, EV-057).</summary>
    public PassedSessionPolicies? Policies { get; init; }

    /// <summary>
    /// The context keys frozen at issue (ST-027), for example <c>aws:TokenIssueTime</c>. Where it is there, <c>aws:TokenIssueTime</c>,
    /// <c>aws:SourceIdentity</c>, <c>aws:FederatedProvider</c>, <c>aws:AssumedRoot</c> and the two MFA keys come from here alone, and any
    /// other key from here first; where it is <see langword="null"/> the host is asked for all of them.
    /// </summary>
    public RequestContext? Keys { get; init; }

    /// <summary>When the second factor was checked (ST-003); makes <c>aws:MultiFactorAuthPresent</c> <c>true</c> and tells <c>aws:MultiFactorAuthAge</c>.</summary>
    public DateTimeOffset? MultiFactorTime { get; init; }

    /// <summary>Whether this is a sign-in with a password (ST-007), which the root guard lets mend itself (ID-040).</summary>
    public bool IsSignIn { get; init; }

    /// <summary>Whether the root user of this sign-in has no second factor yet and may enable one under the guard (ID-040).</summary>
    public bool MayEnableFirstRootDevice { get; init; }

    /// <summary>Whether this is a task as root of a member account (ST-101): its task policy stands in <see cref="Policies"/>, beside which
    /// the engine allows everything, and the root guard does not apply.</summary>
    public bool IsRootTask { get; init; }

    /// <summary>What the authorizer that was last asked found out.</summary>
    internal SessionMemo? Memo
    {
        get => _memo;
        set => _memo = value;
    }

    /// <summary>The principal.</summary>
    public override string ToString() => Principal.ToString();
}

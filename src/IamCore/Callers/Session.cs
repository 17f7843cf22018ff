using IamCore.Credentials;

namespace IamCore.Callers;

/// <summary>
/// Temporary credentials in use: a principal until a given time, with everything that was fixed when the session was issued (ST-003,
/// ST-006).
/// Immutable. A session may have expired or been revoked in the meantime; this is checked at every use (ST-005).
/// </summary>
public sealed class Session : Caller
{
    internal Session(SessionState state, bool isExported = false, ForwardedState? forwarded = null)
        : base(state.AccountId, state.Entity)
    {
        State = state;
        IsExported = isExported;
        Forwarded = forwarded;
    }

    /// <summary>How the session was created.</summary>
    public SessionKind Kind => Forwarded is null ? State.Kind : SessionKind.Forwarded;

    /// <summary>The name of a role session or federated user; otherwise <see langword="null"/>.</summary>
    public string? Name => State.Name;

    /// <summary>The access key id of its credentials.</summary>
    public string AccessKeyId => State.AccessKeyId;

    /// <summary>When the session was issued, in UTC with millisecond precision (ST-029).</summary>
    public DateTimeOffset IssueTime => Forwarded?.IssueTime ?? State.IssueTime;

    /// <summary>The first moment at which the session is no longer valid, in UTC (ST-005).</summary>
    public DateTimeOffset Expiration => Forwarded?.Expiration ?? State.Expiration;

    /// <summary>
    /// The person or application behind the session, as first set in a chain of roles; <see langword="null"/> if it was not set (ST-050).
    /// </summary>
    public string? SourceIdentity => State.SourceIdentity;

    /// <summary>The session tags, without the tags of the user or role (ST-024).</summary>
    public ValueList<SessionTag> Tags => [.. State.Tags];

    /// <summary>When the caller authenticated with MFA, in UTC; <see langword="null"/> without MFA (ST-030).</summary>
    public DateTimeOffset? MultiFactorAuthTime => State.MfaAt is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;

    /// <summary>The sign-in session from which this role was switched to; <see langword="null"/> if it was not (ST-052).</summary>
    public Session? SwitchedFrom { get; private init; }

    internal SessionState State { get; }

    /// <summary>
    /// Whether it was authenticated by signing with exported credentials, rather than held in this process (CR-027, ST-081).
    /// </summary>
    internal bool IsExported { get; }

    /// <summary>The services through which it was forwarded (ST-122).</summary>
    internal ForwardedState? Forwarded { get; }

    /// <summary>Returns the same session with the one to return to (ST-052).</summary>
    internal Session WithOriginal(Session original) => new(State, IsExported, Forwarded) { SwitchedFrom = original };

    /// <summary>Returns the kind and access key id, no secrets (CR-107).</summary>
    public override string ToString() => $"{Kind} {AccessKeyId}";
}

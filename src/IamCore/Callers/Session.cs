using IamCore.Credentials;

namespace IamCore.Callers;

/// <summary>
/// Temporary credentials in use: a principal until a time, with what was fixed when they were issued (ST-003, ST-006). Immutable. It may
/// have expired or been revoked meanwhile; every use checks (ST-005).
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

    /// <summary>How it came about.</summary>
    public SessionKind Kind => Forwarded is null ? State.Kind : SessionKind.Forwarded;

    /// <summary>The name of a role session or federated user; <see langword="null"/> of others.</summary>
    public string? Name => State.Name;

    /// <summary>The access key id of its credentials.</summary>
    public string AccessKeyId => State.AccessKeyId;

    /// <summary>When it was issued, UTC, in milliseconds (ST-029).</summary>
    public DateTimeOffset IssueTime => Forwarded?.IssueTime ?? State.IssueTime;

    /// <summary>The first moment at which it is no longer good, UTC (ST-005).</summary>
    public DateTimeOffset Expiration => Forwarded?.Expiration ?? State.Expiration;

    /// <summary>Who is behind it, as first said in a chain of roles; <see langword="null"/> where nobody said (ST-050).</summary>
    public string? SourceIdentity => State.SourceIdentity;

    /// <summary>The session tags, without those of the user or role (ST-024).</summary>
    public ValueList<SessionTag> Tags => [.. State.Tags];

    /// <summary>When the second factor was shown; <see langword="null"/> without one (ST-030).</summary>
    public DateTimeOffset? MultiFactorAuthTime => State.MfaAt is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;

    /// <summary>The sign-in session this one was switched to from; <see langword="null"/> where it was not (ST-052).</summary>
    public Session? SwitchedFrom { get; private init; }

    internal SessionState State { get; }

    /// <summary>Whether it was proven by signing with exported credentials rather than held live (CR-027, ST-081).</summary>
    internal bool IsExported { get; }

    /// <summary>The services it came through (ST-122).</summary>
    internal ForwardedState? Forwarded { get; }

    /// <summary>The same session, to be left for another (ST-052).</summary>
    internal Session WithOriginal(Session original) => new(State, IsExported, Forwarded) { SwitchedFrom = original };

    /// <summary>Kind and access key id; nothing that is secret (CR-107).</summary>
    public override string ToString() => $"{Kind} {AccessKeyId}";
}

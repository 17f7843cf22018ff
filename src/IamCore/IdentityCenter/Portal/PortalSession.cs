using IamCore.Credentials;

namespace IamCore.IdentityCenter.Portal;

/// <summary>
/// A directory user in the access portal, until a time (ST-148). It says who, and gives nothing by itself: every use asks anew what the user is assigned.
/// Immutable; it may have ended meanwhile.
/// </summary>
public sealed class PortalSession
{
    internal PortalSession(PortalState state, string token)
    {
        State = state;
        Token = token;
    }

    /// <summary>The user.</summary>
    public string UserId => State.UserId;

    /// <summary>When it began, UTC.</summary>
    public DateTimeOffset IssueTime => State.IssueTime;

    /// <summary>The first moment at which it is no longer good, UTC.</summary>
    public DateTimeOffset Expiration => State.Expiration;

    /// <summary>When the second factor was shown; <see langword="null"/> without one.</summary>
    public DateTimeOffset? MultiFactorAuthTime => State.MfaAt is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;

    /// <summary>The session as a secret text, for <see cref="AccessPortal.Open"/>.</summary>
    public string Token { get; }

    internal PortalState State { get; }

    /// <summary>The user's id; nothing that is secret (CR-107).</summary>
    public override string ToString() => $"portal session of {UserId}";
}

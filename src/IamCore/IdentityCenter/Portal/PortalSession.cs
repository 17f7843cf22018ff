using IamCore.Credentials;

namespace IamCore.IdentityCenter.Portal;

/// <summary>
/// A directory user signed in to the access portal (ST-148). The session says who the user is; what the user may reach is looked up at
/// every use.
/// Immutable; it may have ended in the meantime.
/// </summary>
public sealed class PortalSession
{
    internal PortalSession(PortalState state, string token)
    {
        State = state;
        Token = token;
    }

    /// <summary>The id of the user.</summary>
    public string UserId => State.UserId;

    /// <summary>When the session began, in UTC.</summary>
    public DateTimeOffset IssueTime => State.IssueTime;

    /// <summary>The first moment at which the session is no longer valid, in UTC.</summary>
    public DateTimeOffset Expiration => State.Expiration;

    /// <summary>When the user authenticated with MFA, in UTC; <see langword="null"/> without MFA.</summary>
    public DateTimeOffset? MultiFactorAuthTime => State.MfaAt is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;

    /// <summary>The session as a secret text, to be passed to <see cref="AccessPortal.Open"/>.</summary>
    public string Token { get; }

    internal PortalState State { get; }

    /// <summary>Returns the user's id, no secrets (CR-107).</summary>
    public override string ToString() => $"portal session of {UserId}";
}

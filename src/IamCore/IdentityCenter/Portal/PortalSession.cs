using IamCore.Sessions;

namespace IamCore;

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

/// <summary>A sign-in to the access portal with a password (ST-148).</summary>
/// <param name="UserName">The name, in any letter case.</param>
/// <param name="Password">The password.</param>
public sealed record PortalSignIn(string UserName, string Password)
{
    /// <summary>The id of an authenticator app and its code, to show both at once; <see langword="null"/> to be asked.</summary>
    public PortalCode? Mfa { get; init; }

    /// <summary>What the host knows browser, device and place by; <see langword="null"/> where it does not tell, which is never a trusted one.</summary>
    public string? Context { get; init; }

    /// <summary>Whether to trust the context from now on; only what a device has completed is trusted.</summary>
    public bool TrustContext { get; init; }

    /// <summary>Where the attempt comes from, for example an address, for the limiter (CR-111).</summary>
    public string? Source { get; init; }

    /// <summary>The kind of thing; name and password are not shown (CR-107).</summary>
    public override string ToString() => nameof(PortalSignIn);
}

/// <summary>A code of an authenticator app.</summary>
/// <param name="DeviceId">The device.</param>
/// <param name="Code">Six digits.</param>
public sealed record PortalCode(string DeviceId, string Code)
{
    /// <summary>The device (CR-107).</summary>
    public override string ToString() => DeviceId;
}

/// <summary>Where a sign-in to the access portal stands.</summary>
public sealed record PortalSignInResult
{
    /// <summary>How far it has come.</summary>
    public required SignInStatus Status { get; init; }

    /// <summary>The session; <see langword="null"/> until the sign-in is complete.</summary>
    public PortalSession? Session { get; init; }

    /// <summary>What the next step is done with, a secret good for one use; <see langword="null"/> where there is none.</summary>
    public string? Handle { get; init; }

    /// <summary>The devices of which any one completes the sign-in.</summary>
    public ValueList<PortalDeviceDescription> Devices { get; init; } = ValueList<PortalDeviceDescription>.Empty;

    /// <summary>The status (CR-107).</summary>
    public override string ToString() => Status.ToString();
}

/// <summary>An account that a portal user reaches (ST-149).</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Email">Its root user's address.</param>
public sealed record PortalAccount(AccountId AccountId, string Name, string Email);

/// <summary>A permission set that a portal user has in an account (ST-149).</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">The set's name.</param>
/// <param name="Description">What the set is for; <see langword="null"/> where it does not say.</param>
public sealed record PortalRole(AccountId AccountId, string Name, string? Description);

/// <summary>A portal user in an account.</summary>
/// <param name="Session">The session.</param>
/// <param name="RelayState">Where to go in the account; <see langword="null"/> where the set does not say.</param>
public sealed record AccountSignIn(Session Session, string? RelayState);

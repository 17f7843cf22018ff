namespace IamCore;

/// <summary>How far a sign-in has come, in the order in which states are reached (CR-026). The default is not at all.</summary>
public enum SignInStatus : byte
{
    /// <summary>Nobody is signed in.</summary>
    None,

    /// <summary>The password was right; a device must be shown.</summary>
    MfaRequired,

    /// <summary>Nothing can be done but changing the password.</summary>
    PasswordChangeRequired,

    /// <summary>A device must be enabled first (ID-040).</summary>
    MfaEnrolmentRequired,

    /// <summary>The principal is signed in.</summary>
    Complete,

    /// <summary>A code was sent by e-mail and must be shown; between password and what follows, in the access portal alone (ST-155).</summary>
    EmailOtpRequired,
}

/// <summary>Where a sign-in stands.</summary>
public sealed record SignInResult
{
    /// <summary>How far it has come.</summary>
    public required SignInStatus Status { get; init; }

    /// <summary>The session; <see langword="null"/> until the sign-in is complete, or a device can be enabled in it.</summary>
    public Session? Session { get; init; }

    /// <summary>What the next step is done with, a secret good for five minutes and one use; <see langword="null"/> where there is none (CR-025).</summary>
    public string? Handle { get; init; }

    /// <summary>The devices of which any one completes the sign-in (CR-025).</summary>
    public ValueList<MfaDeviceDescription> Devices { get; init; } = ValueList<MfaDeviceDescription>.Empty;

    /// <summary>Whether five codes in a row were wrong, so that a device's clock may have gone off (CR-062): see <see cref="SignInService.ResyncAsync"/>.</summary>
    public bool ResyncSuggested { get; init; }

    /// <summary>When the password expires, from 15 days before (CR-013); <see langword="null"/> before that and for never.</summary>
    public DateTimeOffset? PasswordExpiresAt { get; init; }

    /// <summary>Whether the password expires within 15 days.</summary>
    public bool PasswordExpiryWarning => PasswordExpiresAt is not null;

    /// <summary>The status (CR-107).</summary>
    public override string ToString() => Status.ToString();
}

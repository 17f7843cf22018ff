using IamCore.Administration.Credentials;
using IamCore.Callers;
using IamCore.Credentials;

namespace IamCore.Sessions.SignIn;

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

using IamCore.Administration.Credentials;
using IamCore.Callers;
using IamCore.Credentials;

namespace IamCore.Sessions.SignIn;

/// <summary>The state of a sign-in.</summary>
public sealed record SignInResult
{
    /// <summary>How far the sign-in has progressed.</summary>
    public required SignInStatus Status { get; init; }

    /// <summary>
    /// The session; <see langword="null"/> until the sign-in is complete or requires that an MFA device be enabled in the session.
    /// </summary>
    public Session? Session { get; init; }

    /// <summary>
    /// The handle for the next step: a secret that is valid for five minutes and one use (CR-025); <see langword="null"/> if there is no
    /// next step.
    /// </summary>
    public string? Handle { get; init; }

    /// <summary>The MFA devices, any one of which completes the sign-in (CR-025).</summary>
    public ValueList<MfaDeviceDescription> Devices { get; init; } = ValueList<MfaDeviceDescription>.Empty;

    /// <summary>
    /// Whether five consecutive codes were wrong, so that a device's clock may have drifted (CR-062); see
    /// <see cref="SignInService.ResyncAsync"/>.
    /// </summary>
    public bool ResyncSuggested { get; init; }

    /// <summary>When the password expires, in UTC; <see langword="null"/> if it does not expire within 15 days (CR-013).</summary>
    public DateTimeOffset? PasswordExpiresAt { get; init; }

    /// <summary>Whether the password expires within 15 days.</summary>
    public bool PasswordExpiryWarning => PasswordExpiresAt is not null;

    /// <summary>Returns the status and no secrets (CR-107).</summary>
    public override string ToString() => Status.ToString();
}

using IamCore.Credentials;
using IamCore.IdentityCenter.Devices;

namespace IamCore.IdentityCenter.Portal;

/// <summary>The state of a sign-in to the access portal.</summary>
public sealed record PortalSignInResult
{
    /// <summary>How far the sign-in has progressed.</summary>
    public required SignInStatus Status { get; init; }

    /// <summary>The session; <see langword="null"/> until the sign-in is complete.</summary>
    public PortalSession? Session { get; init; }

    /// <summary>
    /// The handle for the next step, a secret that is valid for one use; <see langword="null"/> if there is no next step.
    /// </summary>
    public string? Handle { get; init; }

    /// <summary>The MFA devices, any one of which completes the sign-in.</summary>
    public ValueList<PortalDeviceDescription> Devices { get; init; } = ValueList<PortalDeviceDescription>.Empty;

    /// <summary>Returns the status and no secrets (CR-107).</summary>
    public override string ToString() => Status.ToString();
}

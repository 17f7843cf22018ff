using IamCore.Credentials;
using IamCore.IdentityCenter.Devices;

namespace IamCore.IdentityCenter.Portal;

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

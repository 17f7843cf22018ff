namespace IamCore.IdentityCenter.Devices;

/// <summary>A new authenticator app with its seed, which no other call ever gives. The text form hides it.</summary>
/// <param name="DeviceId">The device; it counts once two codes have shown that the user has it.</param>
/// <param name="Base32StringSeed">The seed, 64 characters.</param>
/// <param name="ProvisioningUri">What a QR picture holds.</param>
public sealed record NewPortalDevice(string DeviceId, string Base32StringSeed, string ProvisioningUri)
{
    /// <summary>The device (CR-107).</summary>
    public override string ToString() => DeviceId;
}

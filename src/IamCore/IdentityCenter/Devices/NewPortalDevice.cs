namespace IamCore.IdentityCenter.Devices;

/// <summary>A new authenticator app with its seed, which no other call returns. The text form hides the seed.</summary>
/// <param name="DeviceId">The id of the device. It takes effect once it is enabled with two codes.</param>
/// <param name="Base32StringSeed">The seed in Base32, 64 characters.</param>
/// <param name="ProvisioningUri">The <c>otpauth:</c> URI to show as a QR code.</param>
public sealed record NewPortalDevice(string DeviceId, string Base32StringSeed, string ProvisioningUri)
{
    /// <summary>Returns the id of the device, never the seed (CR-107).</summary>
    public override string ToString() => DeviceId;
}

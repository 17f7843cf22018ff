namespace IamCore.Administration.Credentials;

/// <summary>A new virtual MFA device with its seed, which no other call returns (CR-004, CR-050). The text form hides the seed.</summary>
/// <param name="SerialNumber">The serial number, which is the ARN of the device.</param>
/// <param name="Base32StringSeed">The seed in Base32, 64 characters.</param>
/// <param name="ProvisioningUri">The <c>otpauth:</c> URI to show as a QR code.</param>
public sealed record NewMfaDevice(string SerialNumber, string Base32StringSeed, string ProvisioningUri)
{
    /// <summary>Returns the serial number, never the seed (CR-107).</summary>
    public override string ToString() => SerialNumber;
}

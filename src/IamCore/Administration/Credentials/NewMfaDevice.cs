namespace IamCore.Administration.Credentials;

/// <summary>A new virtual device with its seed, which no other call ever gives (CR-004, CR-050). The text form hides it.</summary>
/// <param name="SerialNumber">The ARN.</param>
/// <param name="Base32StringSeed">The seed, 64 characters.</param>
/// <param name="ProvisioningUri">What a QR picture holds.</param>
public sealed record NewMfaDevice(string SerialNumber, string Base32StringSeed, string ProvisioningUri)
{
    /// <summary>The serial number (CR-107).</summary>
    public override string ToString() => SerialNumber;
}

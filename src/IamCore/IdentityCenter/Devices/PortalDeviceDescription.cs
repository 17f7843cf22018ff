using IamCore.Model;

namespace IamCore.IdentityCenter.Devices;

/// <summary>An MFA device of a directory user.</summary>
/// <param name="DeviceId">The id of the device.</param>
/// <param name="Type">Whether it is an authenticator app or a security key.</param>
/// <param name="DeviceName">The name the user gave the device.</param>
/// <param name="EnableDate">When it was enabled, in UTC; <see langword="null"/> if it is not enabled yet.</param>
public sealed record PortalDeviceDescription(string DeviceId, MfaDeviceType Type, string DeviceName, DateTimeOffset? EnableDate)
{
    internal static PortalDeviceDescription Of(PortalDevice device) => new(device.Id, device.Type, device.DeviceName, device.EnableDate);
}

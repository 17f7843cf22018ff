using IamCore.Model;

namespace IamCore.IdentityCenter.Devices;

/// <summary>What lists tell of a device.</summary>
/// <param name="DeviceId">The device.</param>
/// <param name="Type">App or security key.</param>
/// <param name="DeviceName">What the user calls it.</param>
/// <param name="EnableDate">Since when, UTC; <see langword="null"/> until it is enabled.</param>
public sealed record PortalDeviceDescription(string DeviceId, MfaDeviceType Type, string DeviceName, DateTimeOffset? EnableDate)
{
    internal static PortalDeviceDescription Of(PortalDevice device) => new(device.Id, device.Type, device.DeviceName, device.EnableDate);
}

using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>What lists tell of a device (CR-055).</summary>
/// <param name="SerialNumber">The serial number.</param>
/// <param name="Type">The kind of device.</param>
/// <param name="UserName">Who has it; <see langword="null"/> for root and for nobody.</param>
/// <param name="EnableDate">Since when, UTC; <see langword="null"/> where nobody has it.</param>
public sealed record MfaDeviceDescription(string SerialNumber, MfaDeviceType Type, string? UserName, DateTimeOffset? EnableDate);

using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>An MFA device as lists show it (CR-055).</summary>
/// <param name="SerialNumber">The serial number.</param>
/// <param name="Type">The type of the device.</param>
/// <param name="UserName">The name of the user it is assigned to; <see langword="null"/> for root and for an unassigned device.</param>
/// <param name="EnableDate">When it was enabled, in UTC; <see langword="null"/> if it is unassigned.</param>
public sealed record MfaDeviceDescription(string SerialNumber, MfaDeviceType Type, string? UserName, DateTimeOffset? EnableDate);

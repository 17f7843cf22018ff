namespace IamCore.Credentials.Mfa;

/// <summary>For whom a device is registered.</summary>
/// <param name="UserId">What the device knows the user by: the unique id, not the name.</param>
/// <param name="Name">What the device shows: user and account.</param>
public sealed record FidoUser(string UserId, string Name);

namespace IamCore.Credentials.Mfa;

/// <summary>The user for whom a security key is registered.</summary>
/// <param name="UserId">The unique id by which the device identifies the user.</param>
/// <param name="Name">The name that the device displays: user and account.</param>
public sealed record FidoUser(string UserId, string Name);

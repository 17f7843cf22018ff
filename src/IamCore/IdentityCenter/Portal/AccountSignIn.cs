using IamCore.Callers;

namespace IamCore.IdentityCenter.Portal;

/// <summary>The sign-in of a portal user to an account.</summary>
/// <param name="Session">The session.</param>
/// <param name="RelayState">
/// Where to direct the person in the account; <see langword="null"/> if the permission set does not specify it.
/// </param>
public sealed record AccountSignIn(Session Session, string? RelayState);

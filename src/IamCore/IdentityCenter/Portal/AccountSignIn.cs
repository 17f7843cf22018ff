using IamCore.Callers;

namespace IamCore.IdentityCenter.Portal;

/// <summary>A portal user in an account.</summary>
/// <param name="Session">The session.</param>
/// <param name="RelayState">Where to go in the account; <see langword="null"/> where the set does not say.</param>
public sealed record AccountSignIn(Session Session, string? RelayState);

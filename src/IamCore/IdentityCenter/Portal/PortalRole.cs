namespace IamCore.IdentityCenter.Portal;

/// <summary>A permission set that a portal user has in an account (ST-149).</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">The set's name.</param>
/// <param name="Description">What the set is for; <see langword="null"/> where it does not say.</param>
public sealed record PortalRole(AccountId AccountId, string Name, string? Description);

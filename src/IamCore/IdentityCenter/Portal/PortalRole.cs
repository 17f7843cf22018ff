namespace IamCore.IdentityCenter.Portal;

/// <summary>A permission set that a portal user has in an account (ST-149).</summary>
/// <param name="AccountId">The account number.</param>
/// <param name="Name">The name of the permission set.</param>
/// <param name="Description">The description of the permission set; <see langword="null"/> if it has none.</param>
public sealed record PortalRole(AccountId AccountId, string Name, string? Description);

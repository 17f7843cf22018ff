namespace IamCore.IdentityCenter.Portal;

/// <summary>An account that a portal user reaches (ST-149).</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Email">Its root user's address.</param>
public sealed record PortalAccount(AccountId AccountId, string Name, string Email);

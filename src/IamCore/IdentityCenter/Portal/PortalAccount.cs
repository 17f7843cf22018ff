namespace IamCore.IdentityCenter.Portal;

/// <summary>An account that a portal user can reach (ST-149).</summary>
/// <param name="AccountId">The account number.</param>
/// <param name="Name">The name of the account.</param>
/// <param name="Email">The e-mail address of its root user.</param>
public sealed record PortalAccount(AccountId AccountId, string Name, string Email);

namespace IamCore.Federation;

/// <summary>A role that the person can choose.</summary>
/// <param name="Pair">The value to pass as <see cref="SignInWithSaml.Choice"/>.</param>
/// <param name="Account">The account of the role.</param>
/// <param name="AccountAlias">The alias of the account; <see langword="null"/> if it has none.</param>
public sealed record SamlRoleChoice(SamlRolePair Pair, AccountId Account, string? AccountAlias);

namespace IamCore.Federation;

/// <summary>A role to choose.</summary>
/// <param name="Pair">What to pass as <see cref="SignInWithSaml.Choice"/>.</param>
/// <param name="Account">The role's account.</param>
/// <param name="AccountAlias">Its alias, where it has one.</param>
public sealed record SamlRoleChoice(SamlRolePair Pair, AccountId Account, string? AccountAlias);

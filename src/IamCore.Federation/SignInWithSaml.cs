namespace IamCore.Federation;

/// <summary>A person who comes from their identity provider to sign in (ST-074).</summary>
/// <param name="SamlAssertion">The identity provider's response in Base64, 4 to 100,000 characters.</param>
public sealed record SignInWithSaml(string SamlAssertion)
{
    /// <summary>The role and provider that the person chose; <see langword="null"/> to take the only one there is, or be told which there are.</summary>
    public SamlRolePair? Choice { get; init; }

    /// <summary>The choice; the assertion is not shown (CR-107).</summary>
    public override string ToString() => $"SignInWithSAML {Choice}";
}

/// <summary>A role that an assertion names, with the provider through which.</summary>
/// <param name="RoleArn">The role.</param>
/// <param name="PrincipalArn">The SAML provider, of the role's account.</param>
public sealed record SamlRolePair(string RoleArn, string PrincipalArn);

/// <summary>What came of it: a session, or the roles to choose from.</summary>
/// <param name="Session">The sign-in session; <see langword="null"/> where a choice is to be made first.</param>
/// <param name="Choices">The roles that the assertion names, at least two where a choice is to be made; otherwise none.</param>
public sealed record SamlSignIn(Session? Session, ValueList<SamlRoleChoice> Choices);

/// <summary>A role to choose.</summary>
/// <param name="Pair">What to pass as <see cref="SignInWithSaml.Choice"/>.</param>
/// <param name="Account">The role's account.</param>
/// <param name="AccountAlias">Its alias, where it has one.</param>
public sealed record SamlRoleChoice(SamlRolePair Pair, AccountId Account, string? AccountAlias);

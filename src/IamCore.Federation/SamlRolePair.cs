namespace IamCore.Federation;

/// <summary>A role that an assertion names, with the provider through which.</summary>
/// <param name="RoleArn">The role.</param>
/// <param name="PrincipalArn">The SAML provider, of the role's account.</param>
public sealed record SamlRolePair(string RoleArn, string PrincipalArn);

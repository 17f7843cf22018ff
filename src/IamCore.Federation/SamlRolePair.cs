namespace IamCore.Federation;

/// <summary>A role named by an assertion, with the provider through which it is assumed.</summary>
/// <param name="RoleArn">The ARN of the role.</param>
/// <param name="PrincipalArn">The ARN of the SAML provider, in the same account as the role.</param>
public sealed record SamlRolePair(string RoleArn, string PrincipalArn);

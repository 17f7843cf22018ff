namespace IamCore.Federation;

/// <summary>What is passed to assume a role with a SAML assertion (ST-063).</summary>
/// <param name="RoleArn">The role, path included.</param>
/// <param name="PrincipalArn">The SAML provider, of the role's account.</param>
/// <param name="SamlAssertion">The identity provider's response in Base64, 4 to 100,000 characters.</param>
public sealed record AssumeRoleWithSaml(string RoleArn, string PrincipalArn, string SamlAssertion)
{
    /// <summary>900 up to the role's maximum; the assertion can shorten it (ST-012, ST-071).</summary>
    /// <value>3600</value>
    public int DurationSeconds { get; init; } = 3600;

    /// <summary>An inline session policy, JSON (ST-013).</summary>
    public string? Policy { get; init; }

    /// <summary>ARNs of managed policies of the role's account as session policies, at most 10 (ST-014).</summary>
    public ValueList<string> PolicyArns { get; init; } = ValueList<string>.Empty;

    /// <summary>The role; assertions and policies are not shown (CR-107).</summary>
    public override string ToString() => $"AssumeRoleWithSAML {RoleArn}";
}

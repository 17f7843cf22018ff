namespace IamCore.Federation;

/// <summary>The parameters of <see cref="FederationService.AssumeRoleWithSamlAsync"/> (ST-063).</summary>
/// <param name="RoleArn">The ARN of the role, including its path.</param>
/// <param name="PrincipalArn">The ARN of the SAML provider, in the same account as the role.</param>
/// <param name="SamlAssertion">The identity provider's response in Base64, 4 to 100,000 characters.</param>
public sealed record AssumeRoleWithSaml(string RoleArn, string PrincipalArn, string SamlAssertion)
{
    /// <summary>
    /// The duration of the session in seconds: at least 900 and at most the role's maximum. The assertion can shorten it (ST-012, ST-071).
    /// </summary>
    /// <value>3600</value>
    public int DurationSeconds { get; init; } = 3600;

    /// <summary>An inline session policy, as JSON, which limits the session; <see langword="null"/> for none (ST-013).</summary>
    public string? Policy { get; init; }

    /// <summary>The ARNs of at most 10 managed policies of the role's account to use as session policies (ST-014).</summary>
    public ValueList<string> PolicyArns { get; init; } = ValueList<string>.Empty;

    /// <summary>Returns a description without assertion and policies (CR-107).</summary>
    public override string ToString() => $"AssumeRoleWithSAML {RoleArn}";
}

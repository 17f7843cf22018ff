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

/// <summary>A role session of somebody whom a SAML identity provider knows (ST-073).</summary>
/// <param name="Role">The session with its credentials.</param>
/// <param name="Subject">Who it is there: the <c>NameID</c>.</param>
/// <param name="SubjectType"><c>persistent</c>, <c>transient</c>, or the URI of another format.</param>
/// <param name="Issuer">The identity provider's entity id.</param>
/// <param name="Audience">The <c>Recipient</c> of the assertion.</param>
/// <param name="NameQualifier">Tells subjects of different providers apart (ST-067).</param>
public sealed record SamlRole(AssumedRole Role, string Subject, string SubjectType, string Issuer, string Audience, string NameQualifier)
{
    /// <summary>The session, for use in this process (ST-006).</summary>
    public Session Session => Role.Session;

    /// <summary>The same as credentials to sign with.</summary>
    public SessionCredentials Credentials => Role.Credentials;
}

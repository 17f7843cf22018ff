namespace IamCore.Federation;

/// <summary>What is passed to assume a role with a provider's token (ST-053). A session policy comes unsigned: a host that exposes the call must see to it that
/// nobody alters it on the way (ST-061).</summary>
/// <param name="RoleArn">The role, path included.</param>
/// <param name="RoleSessionName">The session's name: 2 to 64 of <c>[\w+=,.@-]</c>.</param>
/// <param name="WebIdentityToken">An OpenID Connect ID token, or with <see cref="ProviderId"/> an OAuth 2.0 access token: 4 to 20,000 characters.</param>
public sealed record AssumeRoleWithWebIdentity(string RoleArn, string RoleSessionName, string WebIdentityToken)
{
    /// <summary><c>www.amazon.com</c> or <c>graph.facebook.com</c> where the token is an access token; otherwise <see langword="null"/>.</summary>
    public string? ProviderId { get; init; }

    /// <summary>900 up to the role's maximum (ST-012).</summary>
    /// <value>3600</value>
    public int DurationSeconds { get; init; } = 3600;

    /// <summary>An inline session policy, JSON (ST-013).</summary>
    public string? Policy { get; init; }

    /// <summary>ARNs of managed policies of the role's account as session policies, at most 10 (ST-014).</summary>
    public ValueList<string> PolicyArns { get; init; } = ValueList<string>.Empty;

    /// <summary>The role; tokens and policies are not shown (CR-107).</summary>
    public override string ToString() => $"AssumeRoleWithWebIdentity {RoleArn} as {RoleSessionName}";
}

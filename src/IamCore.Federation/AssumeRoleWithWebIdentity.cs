namespace IamCore.Federation;

/// <summary>The parameters of <see cref="FederationService.AssumeRoleWithWebIdentityAsync"/> (ST-053).</summary>
/// <remarks>
/// The session policy is not signed, so a host that exposes the operation must make sure that it cannot be altered in transit (ST-061).
/// </remarks>
/// <param name="RoleArn">The ARN of the role, including its path.</param>
/// <param name="RoleSessionName">The name of the session: 2 to 64 characters of <c>[\w+=,.@-]</c>.</param>
/// <param name="WebIdentityToken">
/// An OpenID Connect ID token or, with <see cref="ProviderId"/>, an OAuth 2.0 access token; 4 to 20,000 characters.
/// </param>
public sealed record AssumeRoleWithWebIdentity(string RoleArn, string RoleSessionName, string WebIdentityToken)
{
    /// <summary>
    /// The provider of an access token, <c>www.amazon.com</c> or <c>graph.facebook.com</c>; <see langword="null"/> for an ID token.
    /// </summary>
    public string? ProviderId { get; init; }

    /// <summary>The duration of the session in seconds: at least 900 and at most the role's maximum (ST-012).</summary>
    /// <value>3600</value>
    public int DurationSeconds { get; init; } = 3600;

    /// <summary>An inline session policy, as JSON, which limits the session; <see langword="null"/> for none (ST-013).</summary>
    public string? Policy { get; init; }

    /// <summary>The ARNs of at most 10 managed policies of the role's account to use as session policies (ST-014).</summary>
    public ValueList<string> PolicyArns { get; init; } = ValueList<string>.Empty;

    /// <summary>Returns a description without token and policies (CR-107).</summary>
    public override string ToString() => $"AssumeRoleWithWebIdentity {RoleArn} as {RoleSessionName}";
}

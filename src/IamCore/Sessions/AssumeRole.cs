using IamCore.Model;

namespace IamCore.Sessions;

/// <summary>The parameters of <see cref="SecurityTokenService.AssumeRoleAsync"/> (ST-010 to ST-019).</summary>
/// <param name="RoleArn">The ARN of the role, including its path.</param>
/// <param name="RoleSessionName">The name of the session: 2 to 64 characters of <c>[\w+=,.@-]</c>.</param>
/// <example>
/// <code>
/// var request = new AssumeRole("arn:aws:iam::123456789012:role/report-reader", "nightly-report")
/// {
///     DurationSeconds = 900,
///     Policy = """{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "reports:Read", "Resource": "*" } }""",
/// };
/// AssumedRole assumed = await tokens.AssumeRoleAsync(caller, request, cancellationToken);
/// </code>
/// </example>
public sealed record AssumeRole(string RoleArn, string RoleSessionName)
{
    /// <summary>
    /// The duration of the session in seconds: at least 900 and at most the role's maximum, or 3600 if the caller is itself a role session
    /// (ST-012, ST-046).
    /// </summary>
    /// <value>3600</value>
    public int DurationSeconds { get; init; } = 3600;

    /// <summary>
    /// The external id that tells a third party's customers apart; <see langword="null"/> for none. It is not a secret (ST-018, ST-043).
    /// </summary>
    public string? ExternalId { get; init; }

    /// <summary>An inline session policy, as JSON, which limits the session; <see langword="null"/> for none (ST-013).</summary>
    public string? Policy { get; init; }

    /// <summary>The ARNs of at most 10 managed policies of the role's account to use as session policies (ST-014).</summary>
    public ValueList<string> PolicyArns { get; init; } = ValueList<string>.Empty;

    /// <summary>The session tags, at most 50 (ST-015).</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    /// <summary>The keys of the session tags that are passed on to sessions created from this one (ST-016).</summary>
    public ValueList<string> TransitiveTagKeys { get; init; } = ValueList<string>.Empty;

    /// <summary>
    /// The person or application behind the session; <see langword="null"/> for none. It cannot be changed by sessions created from this
    /// one (ST-017, ST-050).
    /// </summary>
    public string? SourceIdentity { get; init; }

    /// <summary>The serial number of a TOTP device of the calling user; <see langword="null"/> without MFA (ST-019, ST-033).</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The current code of that device; required with <see cref="SerialNumber"/>.</summary>
    public string? TokenCode { get; init; }

    /// <summary>Returns a description without codes and policies (CR-107).</summary>
    public override string ToString() => $"AssumeRole {RoleArn} as {RoleSessionName}";
}

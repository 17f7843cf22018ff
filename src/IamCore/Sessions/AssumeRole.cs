using IamCore.Model;

namespace IamCore.Sessions;

/// <summary>What a caller passes to assume a role (ST-010 to ST-019).</summary>
/// <param name="RoleArn">The role, path included.</param>
/// <param name="RoleSessionName">The session's name: 2 to 64 of <c>[\w+=,.@-]</c>.</param>
public sealed record AssumeRole(string RoleArn, string RoleSessionName)
{
    /// <summary>900 up to the role's maximum; at most 3600 for a role session as caller (ST-012, ST-046).</summary>
    /// <value>3600</value>
    public int DurationSeconds { get; init; } = 3600;

    /// <summary>What tells a third party's customers apart; not a secret (ST-018, ST-043).</summary>
    public string? ExternalId { get; init; }

    /// <summary>An inline session policy, JSON (ST-013).</summary>
    public string? Policy { get; init; }

    /// <summary>ARNs of managed policies of the role's account as session policies, at most 10 (ST-014).</summary>
    public ValueList<string> PolicyArns { get; init; } = ValueList<string>.Empty;

    /// <summary>Session tags (ST-015).</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    /// <summary>Keys of those tags that go on to sessions made from this one (ST-016).</summary>
    public ValueList<string> TransitiveTagKeys { get; init; } = ValueList<string>.Empty;

    /// <summary>Who is behind the session (ST-017, ST-050).</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>A TOTP device of the calling user (ST-019, ST-033).</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Its code.</summary>
    public string? TokenCode { get; init; }

    /// <summary>The role; codes and policies are not shown (CR-107).</summary>
    public override string ToString() => $"AssumeRole {RoleArn} as {RoleSessionName}";
}

using IamCore.Model;

namespace IamCore.Sessions;

/// <summary>
/// The parameters of <see cref="SecurityTokenService.GetFederationTokenAsync"/>: a session for somebody the caller vouches for (ST-085 to
/// ST-088).
/// </summary>
/// <param name="Name">
/// The name of the federated user: 2 to 32 characters of <c>[\w+=,.@-]</c>. It is free text and need not be an IAM user.
/// </param>
public sealed record GetFederationToken(string Name)
{
    /// <summary>The duration of the session in seconds (900–129600). For root, anything above 3600 is reduced to 3600 (ST-087).</summary>
    /// <value>43200; for root 3600</value>
    public int? DurationSeconds { get; init; }

    /// <summary>An inline session policy, as JSON. Without any session policy the session has no identity permissions (ST-088).</summary>
    public string? Policy { get; init; }

    /// <summary>The ARNs of at most 10 managed policies of the account to use as session policies.</summary>
    public ValueList<string> PolicyArns { get; init; } = ValueList<string>.Empty;

    /// <summary>The session tags. They are never transitive (ST-086).</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;
}

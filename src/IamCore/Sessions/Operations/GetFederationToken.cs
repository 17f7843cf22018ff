namespace IamCore;

/// <summary>What a user or root passes for a session of somebody it knows (ST-085 to ST-088).</summary>
/// <param name="Name">Whom the session is for: 2 to 32 of <c>[\w+=,.@-]</c>; free text, which names no user.</param>
public sealed record GetFederationToken(string Name)
{
    /// <summary>900 to 129600; for root anything above 3600 is cut (ST-087).</summary>
    /// <value>43200, for root 3600</value>
    public int? DurationSeconds { get; init; }

    /// <summary>An inline session policy, JSON. Without any session policy the session has no identity permissions (ST-088).</summary>
    public string? Policy { get; init; }

    /// <summary>ARNs of managed policies of the account as session policies, at most 10.</summary>
    public ValueList<string> PolicyArns { get; init; } = ValueList<string>.Empty;

    /// <summary>Session tags; never transitive (ST-086).</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;
}

/// <summary>A federated user's session (ST-093).</summary>
/// <param name="Session">The session, for use in this process (ST-006).</param>
/// <param name="Credentials">The same as credentials to sign with.</param>
/// <param name="Arn">ARN of the federated user.</param>
/// <param name="FederatedUserId"><c>account:name</c>.</param>
/// <param name="PackedPolicySize">Percent of the room for session policies and tags; <see langword="null"/> where none were passed.</param>
public sealed record FederatedUser(Session Session, SessionCredentials Credentials, string Arn, string FederatedUserId, int? PackedPolicySize);

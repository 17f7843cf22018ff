using IamCore.Model;

namespace IamCore.Sessions;

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

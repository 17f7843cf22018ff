using System.Text.Json.Serialization;

namespace IamCore.Sessions;

/// <summary>What an encoded authorization message tells of a refusal (ST-095).</summary>
public sealed record AuthorizationMessage
{
    /// <summary>Whether the request was allowed.</summary>
    [JsonPropertyName("allowed")]
    public required bool IsAllowed { get; init; }

    /// <summary>Whether a policy refused it explicitly.</summary>
    [JsonPropertyName("explicitDeny")]
    public required bool IsExplicitDeny { get; init; }

    /// <summary>The ARN of the principal.</summary>
    [JsonPropertyName("principal")]
    public required string Principal { get; init; }

    /// <summary>The action.</summary>
    [JsonPropertyName("action")]
    public required string Action { get; init; }

    /// <summary>The resource.</summary>
    [JsonPropertyName("resource")]
    public required string Resource { get; init; }

    /// <summary>The context keys that the host chose to keep, with their values as text.</summary>
    [JsonPropertyName("context")]
    public IReadOnlyDictionary<string, string> Context { get; init; } = new Dictionary<string, string>();

    /// <summary>The account of the principal, whose callers alone may decode it.</summary>
    [JsonPropertyName("account")]
    public required string Account { get; init; }

    /// <summary>When the request was refused, UTC.</summary>
    [JsonPropertyName("time")]
    public required DateTimeOffset Time { get; init; }
}

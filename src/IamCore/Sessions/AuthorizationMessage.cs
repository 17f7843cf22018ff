using System.Text.Json.Serialization;

namespace IamCore.Sessions;

/// <summary>The content of an encoded authorization message, which explains a denied request (ST-095).</summary>
public sealed record AuthorizationMessage
{
    /// <summary>Whether the request was allowed.</summary>
    [JsonPropertyName("allowed")]
    public required bool IsAllowed { get; init; }

    /// <summary>Whether a policy denied it explicitly.</summary>
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

    /// <summary>The context keys that the host chose to include, with their values as text.</summary>
    [JsonPropertyName("context")]
    public IReadOnlyDictionary<string, string> Context { get; init; } = new Dictionary<string, string>();

    /// <summary>The account of the principal. Only its callers can decode the message.</summary>
    [JsonPropertyName("account")]
    public required string Account { get; init; }

    /// <summary>When the request was decided, in UTC.</summary>
    [JsonPropertyName("time")]
    public required DateTimeOffset Time { get; init; }
}

using System.Text.Json.Serialization;
using IamCore.Model;

namespace IamCore.Credentials;

/// <summary>All that a session of the access portal records (ST-148). It is the content of a token, so names are short and a name once given keeps its meaning.</summary>
internal sealed record PortalState
{
    /// <summary>Random; spent when the session is left.</summary>
    [JsonPropertyName("pj")]
    public required string Id { get; init; }

    /// <summary>The instance.</summary>
    [JsonPropertyName("pn")]
    public required string InstanceId { get; init; }

    /// <summary>The user.</summary>
    [JsonPropertyName("pu")]
    public required string UserId { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    [JsonPropertyName("i")]
    public required long IssuedAt { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    [JsonPropertyName("x")]
    public required long ExpiresAt { get; init; }

    /// <summary>Where the user proved who they are.</summary>
    [JsonPropertyName("f")]
    public IdentitySource Source { get; init; }

    /// <summary>When the second factor was shown, Unix time in milliseconds; null without one.</summary>
    [JsonPropertyName("m")]
    public long? MfaAt { get; init; }

    /// <summary>Tags that the identity provider passed (ST-152).</summary>
    [JsonPropertyName("t")]
    public Tag[] Tags { get; init; } = [];

    [JsonIgnore]
    public DateTimeOffset IssueTime => DateTimeOffset.FromUnixTimeMilliseconds(IssuedAt);

    [JsonIgnore]
    public DateTimeOffset Expiration => DateTimeOffset.FromUnixTimeMilliseconds(ExpiresAt);

    /// <summary>The id (CR-107).</summary>
    public override string ToString() => Id;
}

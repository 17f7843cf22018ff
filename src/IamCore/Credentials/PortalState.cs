using System.Text.Json.Serialization;
using IamCore.Model;

namespace IamCore.Credentials;

/// <summary>
/// The content of an access portal session (ST-148). It is stored in a token, so names are short and never change their meaning.
/// </summary>
internal sealed record PortalState
{
    /// <summary>A random id; recorded as spent when the user signs out.</summary>
    [JsonPropertyName("pj")]
    public required string Id { get; init; }

    /// <summary>The id of the instance.</summary>
    [JsonPropertyName("pn")]
    public required string InstanceId { get; init; }

    /// <summary>The id of the user.</summary>
    [JsonPropertyName("pu")]
    public required string UserId { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    [JsonPropertyName("i")]
    public required long IssuedAt { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    [JsonPropertyName("x")]
    public required long ExpiresAt { get; init; }

    /// <summary>How the user was authenticated.</summary>
    [JsonPropertyName("f")]
    public IdentitySource Source { get; init; }

    /// <summary>When the second factor was verified, Unix time in milliseconds; null without one.</summary>
    [JsonPropertyName("m")]
    public long? MfaAt { get; init; }

    /// <summary>Session tags passed by the identity provider (ST-152).</summary>
    [JsonPropertyName("t")]
    public Tag[] Tags { get; init; } = [];

    [JsonIgnore]
    public DateTimeOffset IssueTime => DateTimeOffset.FromUnixTimeMilliseconds(IssuedAt);

    [JsonIgnore]
    public DateTimeOffset Expiration => DateTimeOffset.FromUnixTimeMilliseconds(ExpiresAt);

    /// <summary>Returns the id; secrets are not included (CR-107).</summary>
    public override string ToString() => Id;
}

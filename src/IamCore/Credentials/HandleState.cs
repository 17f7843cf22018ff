using System.Text.Json.Serialization;

namespace IamCore.Credentials;

/// <summary>
/// The content of handles and tokens other than session tokens: sign-in challenges (CR-025) and sign-in tokens of brokers (ST-128).
/// </summary>
internal sealed record HandleState
{
    /// <summary>A random id, so that each handle can be used once.</summary>
    [JsonPropertyName("j")]
    public required string Id { get; init; }

    [JsonPropertyName("a")]
    public required string Account { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    [JsonPropertyName("x")]
    public required long ExpiresAt { get; init; }

    /// <summary>The step of a sign-in for which the handle is valid.</summary>
    [JsonPropertyName("p")]
    public SignInStatus Step { get; init; }

    /// <summary>The user, or for root users the account, as <c>Kind/id</c>.</summary>
    [JsonPropertyName("o")]
    public string? Owner { get; init; }

    /// <summary>The version of the password with which the sign-in began.</summary>
    [JsonPropertyName("v")]
    public int PasswordVersion { get; init; }

    /// <summary>When the second factor was verified, Unix time in milliseconds; null without one.</summary>
    [JsonPropertyName("m")]
    public long? MfaAt { get; init; }

    /// <summary>The session that a sign-in token represents.</summary>
    [JsonPropertyName("s")]
    public SessionState? Session { get; init; }

    /// <summary>Hashed fingerprint of the context of a portal sign-in; null if unknown.</summary>
    [JsonPropertyName("ch")]
    public string? Context { get; init; }

    /// <summary>Whether the context is to be trusted from now on.</summary>
    [JsonPropertyName("ct")]
    public bool TrustContext { get; init; }

    /// <summary>The code that was sent by e-mail.</summary>
    [JsonPropertyName("ec")]
    public string? EmailCode { get; init; }

    [JsonIgnore]
    public DateTimeOffset Expiration => DateTimeOffset.FromUnixTimeMilliseconds(ExpiresAt);

    /// <summary>Returns the step; secrets are not included (CR-107).</summary>
    public override string ToString() => Step.ToString();
}

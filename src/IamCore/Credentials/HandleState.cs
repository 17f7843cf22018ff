using System.Text.Json.Serialization;

namespace IamCore.Credentials;

/// <summary>The content of handles and tokens that are no session tokens: sign-in challenges (CR-025), brokers' sign-in tokens (ST-128).</summary>
internal sealed record HandleState
{
    /// <summary>Random, so that each is good for one use.</summary>
    [JsonPropertyName("j")]
    public required string Id { get; init; }

    [JsonPropertyName("a")]
    public required string Account { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    [JsonPropertyName("x")]
    public required long ExpiresAt { get; init; }

    /// <summary>The step of a sign-in that the handle is good for.</summary>
    [JsonPropertyName("p")]
    public SignInStatus Step { get; init; }

    /// <summary>The user, or the account for root, as <c>Kind/id</c>.</summary>
    [JsonPropertyName("o")]
    public string? Owner { get; init; }

    /// <summary>The password that the sign-in began with.</summary>
    [JsonPropertyName("v")]
    public int PasswordVersion { get; init; }

    /// <summary>When the second factor was shown, Unix time in milliseconds; null without one.</summary>
    [JsonPropertyName("m")]
    public long? MfaAt { get; init; }

    /// <summary>The session that a sign-in token stands for.</summary>
    [JsonPropertyName("s")]
    public SessionState? Session { get; init; }

    /// <summary>Fingerprint of where a sign-in to the portal comes from, hashed; null where it is not told.</summary>
    [JsonPropertyName("ch")]
    public string? Context { get; init; }

    /// <summary>Whether that is to be trusted from now on.</summary>
    [JsonPropertyName("ct")]
    public bool TrustContext { get; init; }

    /// <summary>The code that was sent by e-mail.</summary>
    [JsonPropertyName("ec")]
    public string? EmailCode { get; init; }

    [JsonIgnore]
    public DateTimeOffset Expiration => DateTimeOffset.FromUnixTimeMilliseconds(ExpiresAt);

    /// <summary>The step (CR-107).</summary>
    public override string ToString() => Step.ToString();
}

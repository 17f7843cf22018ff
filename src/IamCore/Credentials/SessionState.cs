using System.Text.Json.Serialization;
using IamCore.Model;

namespace IamCore.Credentials;

/// <summary>
/// All that a session records (ST-003) and nothing that a decision reads anew (ST-004). It is the content of a session token, so names are
/// short and a name once given keeps its meaning.
/// </summary>
internal sealed record SessionState
{
    [JsonPropertyName("k")]
    public required SessionKind Kind { get; init; }

    [JsonPropertyName("a")]
    public required string Account { get; init; }

    /// <summary>Unique id of the user or role; null for root.</summary>
    [JsonPropertyName("e")]
    public string? EntityId { get; init; }

    /// <summary>The role session's or federated user's name.</summary>
    [JsonPropertyName("n")]
    public string? Name { get; init; }

    [JsonPropertyName("id")]
    public required string AccessKeyId { get; init; }

    [JsonPropertyName("s")]
    public required string Secret { get; init; }

    /// <summary>Unix time in milliseconds (ST-029). Of a redeemed session that of the original (ST-128).</summary>
    [JsonPropertyName("i")]
    public required long IssuedAt { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    [JsonPropertyName("x")]
    public required long ExpiresAt { get; init; }

    [JsonPropertyName("si")]
    public string? SourceIdentity { get; init; }

    [JsonPropertyName("t")]
    public SessionTag[] Tags { get; init; } = [];

    /// <summary>The inline session policy as passed.</summary>
    [JsonPropertyName("sp")]
    public string? Policy { get; init; }

    /// <summary>The managed session policies by unique id (ST-014), as <c>Kind/id</c>.</summary>
    [JsonPropertyName("sm")]
    public string[] ManagedPolicies { get; init; } = [];

    /// <summary>When the second factor was shown, Unix time in milliseconds; null without one.</summary>
    [JsonPropertyName("m")]
    public long? MfaAt { get; init; }

    /// <summary>Frozen context keys of the provider or workload (ST-027).</summary>
    [JsonPropertyName("c")]
    public FrozenKey[] Keys { get; init; } = [];

    /// <summary>How the caller that this session was made from came about.</summary>
    [JsonPropertyName("o")]
    public SessionKind Origin { get; init; }

    /// <summary>Links of the chain so far: 0 for a role assumed by a user (ST-045).</summary>
    [JsonPropertyName("d")]
    public int ChainDepth { get; init; }

    /// <summary>Access key ids of the sessions it stands in for, which end it when they are revoked (ST-107).</summary>
    [JsonPropertyName("f")]
    public string[] From { get; init; } = [];

    /// <summary>Whether it was redeemed from a sign-in token or switched to, so that it cannot be exchanged again (ST-128).</summary>
    [JsonPropertyName("r")]
    public bool IsConsole { get; init; }

    /// <summary>Name of the task policy of a root task (ST-100).</summary>
    [JsonPropertyName("rt")]
    public string? TaskPolicy { get; init; }

    /// <summary>Whether any session policy was passed (ST-022, ST-088).</summary>
    [JsonIgnore]
    public bool HasSessionPolicies => Policy is not null || ManagedPolicies.Length > 0;

    [JsonIgnore]
    public AccountId AccountId => AccountId.Parse(Account);

    [JsonIgnore]
    public DateTimeOffset IssueTime => DateTimeOffset.FromUnixTimeMilliseconds(IssuedAt);

    [JsonIgnore]
    public DateTimeOffset Expiration => DateTimeOffset.FromUnixTimeMilliseconds(ExpiresAt);

    /// <summary>The user or role; the account for root.</summary>
    [JsonIgnore]
    public ObjectKey Entity => EntityId is null ? new(ObjectKind.Account, Account)
        : new(Kind.IsRole() ? ObjectKind.Role : ObjectKind.User, EntityId);

    /// <summary>Kind and access key id (CR-107).</summary>
    public override string ToString() => $"{Kind} {AccessKeyId}";
}

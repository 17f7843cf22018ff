using System.Text.Json.Serialization;
using IamCore.Model;

namespace IamCore.Credentials;

/// <summary>
/// The content of a session (ST-003): everything fixed at issue, and nothing that decisions read anew (ST-004). It is stored in the
/// session token, so names are
/// short and never change their meaning.
/// </summary>
internal sealed record SessionState
{
    [JsonPropertyName("k")]
    public required SessionKind Kind { get; init; }

    [JsonPropertyName("a")]
    public required string Account { get; init; }

    /// <summary>Unique id of the user or role; null for root users.</summary>
    [JsonPropertyName("e")]
    public string? EntityId { get; init; }

    /// <summary>The role session's or federated user's name.</summary>
    [JsonPropertyName("n")]
    public string? Name { get; init; }

    [JsonPropertyName("id")]
    public required string AccessKeyId { get; init; }

    [JsonPropertyName("s")]
    public required string Secret { get; init; }

    /// <summary>Unix time in milliseconds (ST-029); for a redeemed session, that of the original (ST-128).</summary>
    [JsonPropertyName("i")]
    public required long IssuedAt { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    [JsonPropertyName("x")]
    public required long ExpiresAt { get; init; }

    [JsonPropertyName("si")]
    public string? SourceIdentity { get; init; }

    [JsonPropertyName("t")]
    public SessionTag[] Tags { get; init; } = [];

    /// <summary>The inline session policy.</summary>
    [JsonPropertyName("sp")]
    public string? Policy { get; init; }

    /// <summary>The managed session policies as <c>Kind/id</c> (ST-014).</summary>
    [JsonPropertyName("sm")]
    public string[] ManagedPolicies { get; init; } = [];

    /// <summary>When the second factor was verified, Unix time in milliseconds; null without one.</summary>
    [JsonPropertyName("m")]
    public long? MfaAt { get; init; }

    /// <summary>Context keys of the provider or workload, fixed at issue (ST-027).</summary>
    [JsonPropertyName("c")]
    public FrozenKey[] Keys { get; init; } = [];

    /// <summary>How the credentials of the caller that created this session were issued.</summary>
    [JsonPropertyName("o")]
    public SessionKind Origin { get; init; }

    /// <summary>The number of role-chaining steps: 0 for a role assumed by a user (ST-045).</summary>
    [JsonPropertyName("d")]
    public int ChainDepth { get; init; }

    /// <summary>Access key ids of the sessions it derives from; revoking one of them ends this session too (ST-107).</summary>
    [JsonPropertyName("f")]
    public string[] From { get; init; } = [];

    /// <summary>
    /// Whether it was redeemed from a sign-in token or created by switching roles, so that it cannot be exchanged again (ST-128).
    /// </summary>
    [JsonPropertyName("r")]
    public bool IsConsole { get; init; }

    /// <summary>The name of the task policy of a root task (ST-100).</summary>
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

    /// <summary>The user or role; the account for root users.</summary>
    [JsonIgnore]
    public ObjectKey Entity => EntityId is null ? new(ObjectKind.Account, Account)
        : new(Kind.IsRole() ? ObjectKind.Role : ObjectKind.User, EntityId);

    /// <summary>Returns the kind and access key id; secrets are not included (CR-107).</summary>
    public override string ToString() => $"{Kind} {AccessKeyId}";
}

using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>
/// Something that must not be used again until it would have expired anyway: a revoked session (ST-107), or a token that is good for
/// one use (CR-025, ST-128, ST-130). Kept until then, so that every node sees it.
/// </summary>
public sealed record SpentToken : DirectoryObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.SpentToken;

    /// <summary>The account it concerns.</summary>
    public required AccountId Account { get; init; }

    /// <summary>When it can be forgotten, UTC.</summary>
    public required DateTimeOffset Expiration { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Scope => Account.ToString();

    /// <summary>Ordered by expiry, so that what can be forgotten comes first.</summary>
    [JsonIgnore]
    public override string ListName => Expiration.UtcDateTime.ToString("yyyyMMddHHmmssfffffff", System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => ValueList<string>.Empty;

    /// <summary>The key of a session's revocation.</summary>
    public static ObjectKey KeyOfSession(string accessKeyId) => new(ObjectKind.SpentToken, accessKeyId);
}

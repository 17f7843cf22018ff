using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>
/// Something that must not be accepted (again) before it expires: a revoked session (ST-107), or a single-use token that was used
/// (CR-025, ST-128, ST-130).
/// Stored in the directory so that all nodes see it.
/// </summary>
public sealed record SpentToken : DirectoryObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.SpentToken;

    /// <summary>The account concerned.</summary>
    public required AccountId Account { get; init; }

    /// <summary>When the entry is no longer needed, UTC.</summary>
    public required DateTimeOffset Expiration { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Scope => Account.ToString();

    /// <summary>The time of expiry, so that lists begin with the entries that can be deleted first.</summary>
    [JsonIgnore]
    public override string ListName => Expiration.UtcDateTime.ToString("yyyyMMddHHmmssfffffff", System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => ValueList<string>.Empty;

    /// <summary>Returns the key of a session's revocation.</summary>
    public static ObjectKey KeyOfSession(string accessKeyId) => new(ObjectKind.SpentToken, accessKeyId);
}

using System.Text.Json.Serialization;
using IamCore.Credentials.Secrets;

namespace IamCore.Model;

/// <summary>A long-term access key (CR-030). <see cref="DirectoryObject.Id"/> is the access key id.</summary>
public sealed record AccessKey : Credential
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.AccessKey;

    /// <summary>The secret access key, sealed by <see cref="ISecretProtector"/>, in Base64 (CR-105).</summary>
    public required string SealedSecret { get; init; }

    /// <summary>Whether the key can be used (CR-032).</summary>
    public CredentialStatus Status { get; init; }

    /// <summary>When the key was created or its status last changed, UTC (CR-080).</summary>
    public DateTimeOffset LastRotated { get; init; }

    /// <summary>
    /// When a signature of the key was last verified, UTC, accurate to 15 minutes; <see langword="null"/> if never (CR-035).
    /// </summary>
    public DateTimeOffset? LastUsedDate { get; init; }

    /// <summary>The region in which the key was last used; <see langword="null"/> if none.</summary>
    public string? LastUsedRegion { get; init; }

    /// <summary>The service for which the key was last used; <see langword="null"/> if none.</summary>
    public string? LastUsedService { get; init; }

    /// <summary>
    /// When the key is deleted as the old key of a rotation, UTC; <see langword="null"/> if no rotation is in progress (CR-037).
    /// </summary>
    public DateTimeOffset? DeleteAfter { get; init; }

    /// <summary>Returns the access key id. The secret is not included (CR-039).</summary>
    /// <returns>The kind and the access key id.</returns>
    public override string ToString() => Key.ToString();
}

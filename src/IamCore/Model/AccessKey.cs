using System.Text.Json.Serialization;
using IamCore.Credentials.Secrets;

namespace IamCore.Model;

/// <summary>A long-term access key (CR-030). Its id is the access key id.</summary>
public sealed record AccessKey : Credential
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.AccessKey;

    /// <summary>The secret, sealed by <see cref="ISecretProtector"/>, in Base64 (CR-105).</summary>
    public required string SealedSecret { get; init; }

    /// <summary>Whether it can be used (CR-032).</summary>
    public CredentialStatus Status { get; init; }

    /// <summary>When it was made or its status last changed, UTC (CR-080).</summary>
    public DateTimeOffset LastRotated { get; init; }

    /// <summary>When a signature with it was last verified, to 15 minutes; <see langword="null"/> for never (CR-035).</summary>
    public DateTimeOffset? LastUsedDate { get; init; }

    /// <summary>The region it was last used in; <see langword="null"/> for none.</summary>
    public string? LastUsedRegion { get; init; }

    /// <summary>The service it was last used for; <see langword="null"/> for none.</summary>
    public string? LastUsedService { get; init; }

    /// <summary>When it is deleted as the old key of a rotation; <see langword="null"/> outside of one (CR-037).</summary>
    public DateTimeOffset? DeleteAfter { get; init; }

    /// <summary>The access key id; the secret is not shown (CR-039).</summary>
    public override string ToString() => Key.ToString();
}

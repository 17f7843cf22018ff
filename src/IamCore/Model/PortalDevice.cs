using System.Text.Json.Serialization;
using IamCore.Credentials.Secrets;

namespace IamCore.Model;

/// <summary>A device that a directory user shows in the portal (ST-156).</summary>
public sealed record PortalDevice : CenterObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.PortalDevice;

    /// <summary>The user.</summary>
    public required string UserId { get; init; }

    /// <summary>What kind of device it is: an app or a security key.</summary>
    public required MfaDeviceType Type { get; init; }

    /// <summary>What the user calls it.</summary>
    public required string DeviceName { get; init; }

    /// <summary>When it was enabled, UTC; <see langword="null"/> until the user has proven to have it.</summary>
    public DateTimeOffset? EnableDate { get; init; }

    /// <summary>The seed, sealed by <see cref="ISecretProtector"/>, in Base64; <see langword="null"/> of security keys.</summary>
    public string? SealedSeed { get; init; }

    /// <summary>What is remembered from code to code.</summary>
    public TotpState Totp { get; init; }

    /// <summary>What is kept of a security key; <see langword="null"/> of apps.</summary>
    public FidoCredential? Fido { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string ListName => DeviceName;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys =>
        Fido is { } key ? [$"{InstanceId}/security-key/{key.CredentialId}"] : ValueList<string>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<ObjectReference> References => [new(Relation.Credential, new(ObjectKind.DirectoryUser, UserId))];

    /// <summary>The id; the seed is not shown (CR-107).</summary>
    public override string ToString() => Key.ToString();
}

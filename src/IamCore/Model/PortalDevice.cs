using System.Text.Json.Serialization;
using IamCore.Credentials.Secrets;

namespace IamCore.Model;

/// <summary>An MFA device with which an Identity Center user signs in to the portal (ST-156).</summary>
public sealed record PortalDevice : CenterObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.PortalDevice;

    /// <summary>The id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>The type of the device: an authenticator app or a security key.</summary>
    public required MfaDeviceType Type { get; init; }

    /// <summary>The name that the user gave the device.</summary>
    public required string DeviceName { get; init; }

    /// <summary>When the device was enabled, UTC; <see langword="null"/> until the user has proven its possession.</summary>
    public DateTimeOffset? EnableDate { get; init; }

    /// <summary>The seed, sealed by <see cref="ISecretProtector"/>, in Base64; <see langword="null"/> for security keys.</summary>
    public string? SealedSeed { get; init; }

    /// <summary>The state carried over from one code to the next.</summary>
    public TotpState Totp { get; init; }

    /// <summary>The registered security key; <see langword="null"/> for authenticator apps.</summary>
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

    /// <summary>Returns the id. The seed is not included (CR-107).</summary>
    /// <returns>The kind and the id.</returns>
    public override string ToString() => Key.ToString();
}

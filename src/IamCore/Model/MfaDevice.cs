using System.Text.Json.Serialization;
using IamCore.Credentials.Secrets;

namespace IamCore.Model;

/// <summary>A multi-factor authentication (MFA) device (CR-040).</summary>
public sealed record MfaDevice : AccountObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.MfaDevice;

    /// <summary>The type of the device.</summary>
    public required MfaDeviceType Type { get; init; }

    /// <summary>The serial number: for a virtual device its ARN, for a hardware token the number printed on it.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>The path of a virtual device (ID-053).</summary>
    /// <value><c>/</c></value>
    public string Path { get; init => field = value ?? "/"; } = "/";

    /// <summary>The user, or for a root user the account; <see langword="null"/> if the device is not assigned (CR-042).</summary>
    public ObjectKey? Owner { get; init; }

    /// <summary>When the device was enabled, UTC; <see langword="null"/> if it is not assigned.</summary>
    public DateTimeOffset? EnableDate { get; init; }

    /// <summary>
    /// The seed, sealed by <see cref="ISecretProtector"/>, in Base64; <see langword="null"/> after deactivation until a new seed is
    /// created (CR-053).
    /// </summary>
    public string? SealedSeed { get; init; }

    /// <summary>The state carried over from one code to the next.</summary>
    public TotpState Totp { get; init; }

    /// <summary>The number of wrong codes since the last correct one, at most 1000 (CR-062).</summary>
    public int WrongCodes { get; init; }

    /// <summary>The registered security key or passkey; <see langword="null"/> for devices that show codes (CR-058).</summary>
    public FidoCredential? Fido { get; init; }

    /// <summary>The tags of a virtual device, in ordinal order of their case-sensitive keys (ID-074).</summary>
    public ValueList<Tag> Tags { get; init => field = value ?? ValueList<Tag>.Empty; } = ValueList<Tag>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Arn => SerialNumber;

    /// <inheritdoc />
    [JsonIgnore]
    public override string ListPath => Path;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [KeyOf(Account, SerialNumber)];

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<ObjectReference> References => Owner is { } owner ? [new(Relation.Credential, owner)] : ValueList<ObjectReference>.Empty;

    /// <summary>Returns the unique key of a device: its serial number, ignoring case (ID-052).</summary>
    public static string KeyOf(AccountId account, string serialNumber) => $"{account}/mfa/{DirectoryKeys.Fold(serialNumber)}";

    /// <summary>Returns the serial number. The seed is not included (CR-107).</summary>
    /// <returns>The serial number.</returns>
    public override string ToString() => SerialNumber;
}

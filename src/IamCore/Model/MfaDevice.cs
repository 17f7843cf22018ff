using System.Text.Json.Serialization;
using IamCore.Credentials.Secrets;

namespace IamCore.Model;

/// <summary>A device whose possession is the second factor (CR-040).</summary>
public sealed record MfaDevice : AccountObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.MfaDevice;

    /// <summary>What kind of device it is.</summary>
    public required MfaDeviceType Type { get; init; }

    /// <summary>How operations name it: of virtual devices the ARN, of hardware tokens the number on them.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>The path of a virtual device (ID-053).</summary>
    /// <value><c>/</c></value>
    public string Path { get; init => field = value ?? "/"; } = "/";

    /// <summary>The user, or the account for its root user; <see langword="null"/> while nobody has it (CR-042).</summary>
    public ObjectKey? Owner { get; init; }

    /// <summary>When it was enabled, UTC; <see langword="null"/> while nobody has it.</summary>
    public DateTimeOffset? EnableDate { get; init; }

    /// <summary>The seed, sealed by <see cref="ISecretProtector"/>, in Base64; <see langword="null"/> after
    /// deactivation, until a new one is made (CR-053).</summary>
    public string? SealedSeed { get; init; }

    /// <summary>What is remembered from code to code.</summary>
    public TotpState Totp { get; init; }

    /// <summary>Wrong codes since the last good one, at most 1000 (CR-062).</summary>
    public int WrongCodes { get; init; }

    /// <summary>What is kept of a security key or passkey; <see langword="null"/> of devices that show codes (CR-058).</summary>
    public FidoCredential? Fido { get; init; }

    /// <summary>The tags of a virtual device, in ordinal order of their keys, case-sensitive (ID-074).</summary>
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

    /// <summary>The unique key of a device: its serial number without regard to case (ID-052).</summary>
    public static string KeyOf(AccountId account, string serialNumber) => $"{account}/mfa/{DirectoryKeys.Fold(serialNumber)}";

    /// <summary>The serial number; the seed is not shown (CR-107).</summary>
    public override string ToString() => SerialNumber;
}

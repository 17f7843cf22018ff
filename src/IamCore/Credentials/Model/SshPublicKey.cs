using System.Text.Json.Serialization;

namespace IamCore;

/// <summary>A public key for SSH (CR-065).</summary>
public sealed record SshPublicKey : Credential
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.SshPublicKey;

    /// <summary>The key in the SSH wire format, Base64.</summary>
    public required string Blob { get; init; }

    /// <summary>MD5 of the wire format, 16 pairs of lower-case hex digits joined by colons.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Whether it can be used.</summary>
    public CredentialStatus Status { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [KeyOf(Owner, Blob)];

    internal static string KeyOf(ObjectKey owner, string blob) =>
        $"{owner.Id}/ssh/{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Convert.FromBase64String(blob)))}";
}

using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A public key with which a user authenticates over SSH (CR-065).</summary>
public sealed record SshPublicKey : Credential
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.SshPublicKey;

    /// <summary>The key in OpenSSH format without a comment, for example <c>ssh-rsa AAAAB3…</c></summary>
    public required string Body { get; init; }

    /// <summary>
    /// The MD5 hash of the key as 16 hexadecimal pairs separated by colons. For identification only; security does not depend on it.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>The SHA-256 hash of the key in lower-case hexadecimal.</summary>
    public required string KeyHash { get; init; }

    /// <summary>Whether the key can be used.</summary>
    public CredentialStatus Status { get; init; }

    /// <summary>A path derived from the key, so that lists can be filtered by it (CR-067).</summary>
    [JsonIgnore]
    public override string ListPath => PathOf(KeyHash);

    /// <summary>Returns the list path of keys with a hash.</summary>
    public static string PathOf(string keyHash) => $"/{keyHash}/";

    /// <inheritdoc />
    public override string ToString() => Key.ToString();
}

using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A public key by which a user proves itself to one service over SSH (CR-065).</summary>
public sealed record SshPublicKey : Credential
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.SshPublicKey;

    /// <summary>The key in OpenSSH's form without a comment, for example <c>ssh-rsa AAAAB3…</c></summary>
    public required string Body { get; init; }

    /// <summary>MD5 of the key as 16 hexadecimal pairs joined by colons. It names the key; nothing relies on it.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>SHA-256 of the key in lower-case hexadecimal.</summary>
    public required string KeyHash { get; init; }

    /// <summary>Whether it can be used.</summary>
    public CredentialStatus Status { get; init; }

    /// <summary>Lists can be narrowed by the key itself (CR-067).</summary>
    [JsonIgnore]
    public override string ListPath => PathOf(KeyHash);

    /// <summary>The path of lists that has the keys of a hash.</summary>
    public static string PathOf(string keyHash) => $"/{keyHash}/";

    /// <inheritdoc />
    public override string ToString() => Key.ToString();
}

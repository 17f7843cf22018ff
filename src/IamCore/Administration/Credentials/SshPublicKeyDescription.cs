using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>An SSH public key (CR-066).</summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for root.</param>
/// <param name="SSHPublicKeyId">The id, <c>APKA…</c>.</param>
/// <param name="Fingerprint">The MD5 hash of the key: 16 pairs of hexadecimal digits separated by colons.</param>
/// <param name="Status">Whether it can be used.</param>
/// <param name="UploadDate">When it was uploaded, in UTC.</param>
/// <param name="SSHPublicKeyBody">The key in the requested encoding; <see langword="null"/> in lists.</param>
public sealed record SshPublicKeyDescription(
    string? UserName, string SSHPublicKeyId, string Fingerprint, CredentialStatus Status, DateTimeOffset UploadDate, string? SSHPublicKeyBody)
{
    internal static SshPublicKeyDescription Of(CredentialOwner owner, SshPublicKey key, string? body) =>
        new(owner.UserName, key.Id, key.Fingerprint, key.Status, key.CreateDate, body);
}

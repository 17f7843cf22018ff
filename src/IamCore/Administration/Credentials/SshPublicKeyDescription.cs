using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>A public key as shown (CR-066).</summary>
/// <param name="UserName">The user; <see langword="null"/> for root.</param>
/// <param name="SSHPublicKeyId"><c>APKA…</c></param>
/// <param name="Fingerprint">MD5 of the key as 16 pairs joined by colons.</param>
/// <param name="Status">Whether it can be used.</param>
/// <param name="UploadDate">When it was uploaded, UTC.</param>
/// <param name="SSHPublicKeyBody">The key in the form asked for; <see langword="null"/> in lists.</param>
public sealed record SshPublicKeyDescription(
    string? UserName, string SSHPublicKeyId, string Fingerprint, CredentialStatus Status, DateTimeOffset UploadDate, string? SSHPublicKeyBody)
{
    internal static SshPublicKeyDescription Of(CredentialOwner owner, SshPublicKey key, string? body) =>
        new(owner.UserName, key.Id, key.Fingerprint, key.Status, key.CreateDate, body);
}

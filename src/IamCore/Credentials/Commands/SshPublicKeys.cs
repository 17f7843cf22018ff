using IamCore.Administration;
using IamCore.Credentials;

namespace IamCore;

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

/// <summary>How a public key is written (CR-066).</summary>
public enum SshEncoding : byte
{
    /// <summary>OpenSSH's one line.</summary>
    SSH,

    /// <summary>PEM, <c>PUBLIC KEY</c>.</summary>
    PEM,
}

/// <summary>Gives a user a public key for SSH (CR-065).</summary>
/// <param name="UserName">The user.</param>
/// <param name="SSHPublicKeyBody">OpenSSH's line or PEM; RSA of 2048 to 16384 bits, or ECDSA where the host accepts it.</param>
public sealed record UploadSSHPublicKey(string UserName, string SSHPublicKeyBody) : UserCredentialCommand<SshPublicKeyDescription>(UserName)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.Length(SSHPublicKeyBody ?? "", nameof(SSHPublicKeyBody), 1, 16_384, "CR-065");
    }

    internal override async ValueTask<SshPublicKeyDescription> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-065").ConfigureAwait(false);
        if (!SshKeys.TryRead(SSHPublicKeyBody, work.Credentials.Options.AcceptEcdsaSshKeys, out var blob))
        {
            throw SshKeys.IsKnownEncoding(SSHPublicKeyBody)
                ? new IamException(IamErrorCode.InvalidPublicKey, "The public key is malformed or otherwise invalid.", "CR-065")
                : new IamException(IamErrorCode.UnrecognizedPublicKeyEncoding, "The public key encoding format is unsupported or unrecognized.", "CR-065");
        }

        var hash = SshKeys.HashOf(blob);
        var keys = await work.ReferrersAsync<SshPublicKey>(ObjectKind.SshPublicKey, Relation.Credential, owner.Key).ConfigureAwait(false);
        if (keys.Exists(other => other.KeyHash == hash))
        {
            throw new IamException(IamErrorCode.DuplicateSSHPublicKey, "The SSH public key is already associated with the user.", "CR-065");
        }

        await work.CheckRoomAsync(ObjectKind.SshPublicKey, Relation.Credential, owner.Key, Quota.SshPublicKeysPerUser).ConfigureAwait(false);
        var key = new SshPublicKey
        {
            Id = AccessKeyMaterial.NewId("APKA", work.Options.Random),
            Owner = owner.Key,
            Account = work.AccountId,
            CreateDate = work.Now,
            Body = SshKeys.ToLine(blob),
            KeyHash = hash,
            Fingerprint = SshKeys.FingerprintOf(blob),
            Status = CredentialStatus.Active,
        };
        work.Put(key);
        return SshPublicKeyDescription.Of(owner, key, key.Body);
    }
}

/// <summary>Reads a public key in either form (CR-066).</summary>
/// <param name="UserName">The user.</param>
/// <param name="SSHPublicKeyId">The key.</param>
/// <param name="Encoding">The form.</param>
public sealed record GetSSHPublicKey(string UserName, string SSHPublicKeyId, SshEncoding Encoding) : IamQuery<SshPublicKeyDescription>
{
    internal override void Validate(ParameterCheck check)
    {
        CredentialOwner.Check(check, UserName);
        check.Require(Encoding is SshEncoding.SSH or SshEncoding.PEM, nameof(Encoding), "must be SSH or PEM", "CR-066");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CredentialOwner.AuthorizeAsync(work, Action, UserName);

    internal override async ValueTask<SshPublicKeyDescription> ApplyAsync(AdministrationWork work)
    {
        var (owner, key) = await SshKeyRules.GetAsync(work, UserName, SSHPublicKeyId).ConfigureAwait(false);
        return SshPublicKeyDescription.Of(owner, key, Encoding == SshEncoding.SSH ? key.Body : SshKeys.ToPem(SshKeys.BlobOf(key.Body)));
    }
}

/// <summary>The public keys of a user, oldest first, without their bodies (CR-066).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller (ID-243).</param>
public sealed record ListSSHPublicKeys(string? UserName = null) : IamQuery<ValueList<SshPublicKeyDescription>>
{
    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CredentialOwner.AuthorizeAsync(work, Action, UserName);

    internal override async ValueTask<ValueList<SshPublicKeyDescription>> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-066").ConfigureAwait(false);
        var keys = await work.ReferrersAsync<SshPublicKey>(ObjectKind.SshPublicKey, Relation.Credential, owner.Key).ConfigureAwait(false);
        return [.. keys.OrderBy(key => key.CreateDate).ThenBy(key => key.Id, StringComparer.Ordinal).Select(key => SshPublicKeyDescription.Of(owner, key, null))];
    }
}

/// <summary>Makes a public key active or inactive (CR-066).</summary>
/// <param name="UserName">The user.</param>
/// <param name="SSHPublicKeyId">The key.</param>
/// <param name="Status">Active or inactive.</param>
public sealed record UpdateSSHPublicKey(string UserName, string SSHPublicKeyId, CredentialStatus Status) : UserCredentialCommand<Nothing>(UserName)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        CredentialRules.CheckStatus(check, Status, "CR-066");
    }

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var (_, key) = await SshKeyRules.GetAsync(work, UserName, SSHPublicKeyId).ConfigureAwait(false);
        work.Put(key with { Status = Status });
        return default;
    }
}

/// <summary>Deletes a public key (CR-066).</summary>
/// <param name="UserName">The user.</param>
/// <param name="SSHPublicKeyId">The key.</param>
public sealed record DeleteSSHPublicKey(string UserName, string SSHPublicKeyId) : UserCredentialCommand<Nothing>(UserName)
{
    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        work.Delete((await SshKeyRules.GetAsync(work, UserName, SSHPublicKeyId).ConfigureAwait(false)).Key);
        return default;
    }
}

/// <summary>What operations on public keys have in common.</summary>
file static class SshKeyRules
{
    public static async ValueTask<(CredentialOwner Owner, SshPublicKey Key)> GetAsync(AdministrationWork work, string? userName, string id)
    {
        var owner = await CredentialOwner.GetAsync(work, userName, "CR-066").ConfigureAwait(false);
        return (owner, await CredentialRules.GetAsync<SshPublicKey>(work, new(ObjectKind.SshPublicKey, id), owner, "SSH public key", "CR-066").ConfigureAwait(false));
    }
}

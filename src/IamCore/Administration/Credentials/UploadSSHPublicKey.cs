using IamCore.Credentials.Secrets;
using IamCore.Credentials.Ssh;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Adds an SSH public key to a user (CR-065). The result is the key.</summary>
/// <param name="UserName">The name of the user.</param>
/// <param name="SSHPublicKeyBody">
/// The key, as a line of OpenSSH or as PEM: RSA of 2048 to 16384 bits, or ECDSA if the host accepts it.
/// </param>
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

        await work.CheckQuotaAsync(ObjectKind.SshPublicKey, Relation.Credential, owner.Key, Quota.SshPublicKeysPerUser).ConfigureAwait(false);
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

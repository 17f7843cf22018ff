using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Makes a public key active or inactive (CR-066).</summary>
/// <param name="UserName">The user.</param>
/// <param name="SSHPublicKeyId">The key.</param>
/// <param name="Status">Active or inactive.</param>
public sealed record UpdateSSHPublicKey(string UserName, string SSHPublicKeyId, CredentialStatus Status) : UserCredentialCommand<NoResult>(UserName)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        CredentialRules.CheckStatus(check, Status, "CR-066");
    }

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var (_, key) = await SshKeyRules.GetAsync(work, UserName, SSHPublicKeyId).ConfigureAwait(false);
        work.Put(key with { Status = Status });
        return default;
    }
}

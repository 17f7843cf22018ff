using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Activates or deactivates an SSH public key (CR-066).</summary>
/// <param name="UserName">The name of the user.</param>
/// <param name="SSHPublicKeyId">The id of the key.</param>
/// <param name="Status"><see cref="CredentialStatus.Active"/> or <see cref="CredentialStatus.Inactive"/>.</param>
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

namespace IamCore.Administration.Credentials;

/// <summary>Deletes an SSH public key (CR-066).</summary>
/// <param name="UserName">The name of the user.</param>
/// <param name="SSHPublicKeyId">The id of the key.</param>
public sealed record DeleteSSHPublicKey(string UserName, string SSHPublicKeyId) : UserCredentialCommand<NoResult>(UserName)
{
    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        work.Delete((await SshKeyRules.GetAsync(work, UserName, SSHPublicKeyId).ConfigureAwait(false)).Key);
        return default;
    }
}

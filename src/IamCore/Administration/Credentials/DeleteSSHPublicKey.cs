namespace IamCore.Administration.Credentials;

/// <summary>Deletes a public key (CR-066).</summary>
/// <param name="UserName">The user.</param>
/// <param name="SSHPublicKeyId">The key.</param>
public sealed record DeleteSSHPublicKey(string UserName, string SSHPublicKeyId) : UserCredentialCommand<NoResult>(UserName)
{
    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        work.Delete((await SshKeyRules.GetAsync(work, UserName, SSHPublicKeyId).ConfigureAwait(false)).Key);
        return default;
    }
}

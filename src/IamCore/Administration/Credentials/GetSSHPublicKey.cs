using IamCore.Credentials.Ssh;

namespace IamCore.Administration.Credentials;

/// <summary>Returns an SSH public key in either encoding (CR-066).</summary>
/// <param name="UserName">The name of the user.</param>
/// <param name="SSHPublicKeyId">The id of the key.</param>
/// <param name="Encoding">The encoding of the body in the result.</param>
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

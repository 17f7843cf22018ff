using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Rules shared by the operations on SSH public keys.</summary>
internal static class SshKeyRules
{
    public static async ValueTask<(CredentialOwner Owner, SshPublicKey Key)> GetAsync(AdministrationWork work, string? userName, string id)
    {
        var owner = await CredentialOwner.GetAsync(work, userName, "CR-066").ConfigureAwait(false);
        return (owner, await CredentialRules.GetAsync<SshPublicKey>(work, new(ObjectKind.SshPublicKey, id), owner, "SSH public key", "CR-066").ConfigureAwait(false));
    }
}

using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Lists the SSH public keys of a user, oldest first, without their bodies (CR-066).</summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for the calling user (ID-243).</param>
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

using IamCore.Credentials.Secrets;
using IamCore.Events;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Creates an access key. A user can have at most two, active or not (CR-030, CR-031). The result holds the secret, which is shown only
/// once.
/// </summary>
/// <param name="UserName">The user name; <see langword="null"/> for the calling user, or for root on the trusted façade (ID-243).</param>
public sealed record CreateAccessKey(string? UserName = null) : UserCredentialCommand<NewAccessKey>(UserName)
{
    internal override async ValueTask<NewAccessKey> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-030").ConfigureAwait(false);
        await work.CheckQuotaAsync(
            ObjectKind.AccessKey, Relation.Credential, owner.Key, owner.IsRoot ? Quota.AccessKeysPerRoot : Quota.AccessKeysPerUser).ConfigureAwait(false);
        var id = AccessKeyMaterial.NewId(AccessKeyMaterial.LongTermPrefix, work.Options.Random);
        var secret = AccessKeyMaterial.NewSecret(work.Options.Random);
        var key = new AccessKey
        {
            Id = id,
            Owner = owner.Key,
            Account = work.AccountId,
            CreateDate = work.Now,
            LastRotated = work.Now,
            Status = CredentialStatus.Active,
            SealedSecret = work.Credentials.Vault.Seal(new(ObjectKind.AccessKey, id), work.AccountId, secret),
        };
        work.Put(key);
        if (owner.IsRoot)
        {
            work.AddAdvisoryEvent(AdvisoryKind.RootAccessKeyCreated, Action);
        }

        return new(owner.UserName, id, secret, key.Status, key.CreateDate);
    }
}

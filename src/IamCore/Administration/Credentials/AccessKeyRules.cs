using IamCore.Credentials.Secrets;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Rules shared by the operations on access keys.</summary>
internal static class AccessKeyRules
{
    public static void Check(ParameterCheck check, string? id) =>
        check.Require(id is not null && AccessKeyMaterial.IsAcceptable(id), "AccessKeyId", @"must satisfy the pattern [\w]{16,128}", "CR-031");

    /// <summary>Returns a key of the account; null if it belongs to another account or does not exist.</summary>
    public static async ValueTask<AccessKey?> FindAsync(AdministrationWork work, string id)
    {
        var key = await work.FindAsync<AccessKey>(new ObjectKey(ObjectKind.AccessKey, id)).ConfigureAwait(false);
        return key?.Account == work.AccountId ? key : null;
    }

    public static async ValueTask<AccessKey> GetAsync(AdministrationWork work, string id, string? userName, string rule)
    {
        var owner = await CredentialOwner.GetAsync(work, userName, rule).ConfigureAwait(false);
        var key = await FindAsync(work, id).ConfigureAwait(false);
        return key?.Owner == owner.Key ? key : throw Missing(id, rule);
    }

    /// <summary>Returns a user's keys, oldest first.</summary>
    public static async ValueTask<IEnumerable<AccessKey>> OfAsync(AdministrationWork work, ObjectKey owner) =>
        (await work.ReferrersAsync<AccessKey>(ObjectKind.AccessKey, Relation.Credential, owner).ConfigureAwait(false))
            .OrderBy(key => key.CreateDate).ThenBy(key => key.Id, StringComparer.Ordinal);

    public static IamException Missing(string id, string rule) =>
        new(IamErrorCode.NoSuchEntity, $"The Access Key with id {id} cannot be found.", rule);
}

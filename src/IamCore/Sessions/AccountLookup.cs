using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Sessions;

/// <summary>Finds an account by its id or alias, as a person enters it (ID-021).</summary>
internal static class AccountLookup
{
    public static async ValueTask<IamAccount?> FindAsync(IamDirectory directory, string idOrAlias, CancellationToken cancellationToken) =>
        await directory.Store.FindAsync(
            AccountId.IsValid(idOrAlias) ? ObjectLocator.ByKey(ObjectKind.Account, idOrAlias) : ObjectLocator.ByUniqueKey(DirectoryKeys.AccountAlias(idOrAlias)),
            cancellationToken).ConfigureAwait(false) as IamAccount;
}

using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Sessions;

/// <summary>Finds an account by what a person types: its id or its alias (ID-021).</summary>
internal static class AccountLookup
{
    public static async ValueTask<IamAccount?> FindAsync(IamDirectory directory, string idOrAlias, CancellationToken cancellationToken) =>
        await directory.Store.FindAsync(
            AccountId.IsValid(idOrAlias) ? ObjectLocator.ByKey(ObjectKind.Account, idOrAlias) : ObjectLocator.ByUniqueKey(DirectoryKeys.AccountAlias(idOrAlias)),
            cancellationToken).ConfigureAwait(false) as IamAccount;
}

using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>Changes to the account operated on.</summary>
internal static class AccountChange
{
    /// <summary>Authorizes root only, and root only as far as its account permits (ID-038).</summary>
    public static ValueTask AuthorizeRootAsync(AdministrationWork work, string action)
    {
        AccountRules.CheckRoot(work, action);
        return work.CheckAsync(new() { Action = action, Resource = "*" });
    }

    public static async ValueTask<IamAccount> ApplyAsync(AdministrationWork work, Action<DirectoryObject> checkRevision, Func<IamAccount, IamAccount> change)
    {
        var account = await AccountRules.GetAsync(work).ConfigureAwait(false);
        checkRevision(account);
        var changed = change(account);
        if (changed != account)
        {
            work.Put(changed);
        }

        return changed;
    }
}

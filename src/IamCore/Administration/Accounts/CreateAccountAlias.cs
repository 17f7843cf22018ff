using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>Sets the account's alias, replacing any alias it has (ID-019). The result is the account.</summary>
/// <param name="AccountAlias">The alias: 3 to 63 lowercase letters, digits and single hyphens. It must be unique in the instance.</param>
public sealed record CreateAccountAlias(string AccountAlias) : IamChange<IamAccount>
{
    internal override void Validate(ParameterCheck check) => AccountRules.CheckAlias(check, AccountAlias);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<IamAccount> ApplyAsync(AdministrationWork work)
    {
        var account = await AccountRules.GetAsync(work).ConfigureAwait(false);
        CheckRevision(account);
        var holder = await work.FindAsync<IamAccount>(DirectoryKeys.AccountAlias(AccountAlias)).ConfigureAwait(false);
        if (holder is not null && holder.Key != account.Key)
        {
            throw new IamException(IamErrorCode.EntityAlreadyExists, $"The account alias {AccountAlias} already exists.", "ID-019");
        }

        if (account.Alias == AccountAlias)
        {
            return account;
        }

        var changed = account with { Alias = AccountAlias };
        work.Put(changed);
        return changed;
    }
}

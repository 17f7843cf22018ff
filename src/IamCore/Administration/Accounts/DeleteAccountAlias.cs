using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>Deletes the account's alias (ID-020). The result is the account.</summary>
/// <param name="AccountAlias">The alias to delete.</param>
public sealed record DeleteAccountAlias(string AccountAlias) : IamChange<IamAccount>
{
    internal override void Validate(ParameterCheck check) => AccountRules.CheckAlias(check, AccountAlias);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<IamAccount> ApplyAsync(AdministrationWork work)
    {
        var account = await AccountRules.GetAsync(work).ConfigureAwait(false);
        CheckRevision(account);
        if (account.Alias != AccountAlias)
        {
            throw new IamException(IamErrorCode.NoSuchEntity, $"The account alias {AccountAlias} cannot be found.", "ID-020");
        }

        var changed = account with { Alias = null };
        work.Put(changed);
        return changed;
    }
}

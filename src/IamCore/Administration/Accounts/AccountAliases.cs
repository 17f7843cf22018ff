using IamCore.Administration;

namespace IamCore;

/// <summary>Gives the account an alias, in place of the one it may have (ID-019). Gives the account.</summary>
/// <param name="AccountAlias">The alias.</param>
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

/// <summary>Takes the account's alias away (ID-020). Gives the account.</summary>
/// <param name="AccountAlias">The alias it has.</param>
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

/// <summary>Lists the account's aliases: one or none (ID-020).</summary>
public sealed record ListAccountAliases : IamListQuery<string>
{
    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<Page<string>> ApplyAsync(AdministrationWork work) =>
        new(work.PageOf(this, "", work.Account.Alias is { } alias ? [alias] : Array.Empty<string>(), a => a));
}

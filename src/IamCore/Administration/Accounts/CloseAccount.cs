using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>Closes the account for good; only root may (ID-025, ID-038). Its objects stay readable. Gives the account.</summary>
public sealed record CloseAccount : IamChange<IamAccount>
{
    /// <inheritdoc />
    public override string Action => "account:CloseAccount";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => AccountChange.AuthorizeRootAsync(work, Action);

    internal override ValueTask<IamAccount> ApplyAsync(AdministrationWork work) =>
        AccountChange.ApplyAsync(work, CheckRevision, a => a with { Status = AccountStatus.Closed });
}

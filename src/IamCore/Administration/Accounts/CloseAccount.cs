using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>
/// Closes the account permanently; its objects stay readable. Only the root user may do this (ID-025, ID-038). The result is the account.
/// </summary>
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

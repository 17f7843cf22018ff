using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>Changes the account's name. Only the root user may do this (ID-038). The result is the account.</summary>
/// <param name="Name">The display name, 1 to 50 characters.</param>
public sealed record UpdateAccountName(string Name) : IamChange<IamAccount>
{
    /// <inheritdoc />
    public override string Action => "account:UpdateAccountName";

    internal override void Validate(ParameterCheck check) => AccountRules.CheckName(check, Name);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => AccountChange.AuthorizeRootAsync(work, Action);

    internal override ValueTask<IamAccount> ApplyAsync(AdministrationWork work) => AccountChange.ApplyAsync(work, CheckRevision, a => a with { Name = Name });
}

using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>
/// Suspends the account or reactivates a suspended one. Only the trusted façade can do this (ID-026). The result is the account.
/// </summary>
/// <param name="Status"><see cref="AccountStatus.Active"/> or <see cref="AccountStatus.Suspended"/>.</param>
public sealed record SetAccountStatus(AccountStatus Status) : IamChange<IamAccount>
{
    /// <inheritdoc />
    public override string Action => "iamcore:SetAccountStatus";

    internal override void Validate(ParameterCheck check) =>
        check.Require(Status is AccountStatus.Active or AccountStatus.Suspended, nameof(Status), "must be Active or Suspended", "ID-026");

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        throw new IamException(IamErrorCode.AccessDenied, "Only the host can suspend or reactivate an account.", "ID-026");

    internal override ValueTask<IamAccount> ApplyAsync(AdministrationWork work) => AccountChange.ApplyAsync(work, CheckRevision, a =>
        a.Status == AccountStatus.Closed ? throw IamErrors.Invalid("A closed account cannot be reactivated or suspended.", "ID-025") : a with { Status = Status });
}

using IamCore.Administration;
using IamCore.Errors;

namespace IamCore;

/// <summary>Changes the account's name; only root may (ID-038). Gives the account.</summary>
/// <param name="Name">What it is called, 1 to 50 characters.</param>
public sealed record UpdateAccountName(string Name) : IamChange<IamAccount>
{
    /// <inheritdoc />
    public override string Action => "account:UpdateAccountName";

    internal override void Validate(ParameterCheck check) => AccountRules.CheckName(check, Name);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => AccountChange.AuthorizeRootAsync(work, Action);

    internal override ValueTask<IamAccount> ApplyAsync(AdministrationWork work) => AccountChange.ApplyAsync(work, CheckRevision, a => a with { Name = Name });
}

/// <summary>Changes the root user's e-mail address; only root may (ID-038). Gives the account.</summary>
/// <param name="Email">The root user's sign-in name, once in the instance in any letter case.</param>
public sealed record UpdateRootEmail(string Email) : IamChange<IamAccount>
{
    /// <inheritdoc />
    public override string Action => "iamcore:UpdateRootEmail";

    internal override void Validate(ParameterCheck check) => AccountRules.CheckEmail(check, Email);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => AccountChange.AuthorizeRootAsync(work, Action);

    internal override async ValueTask<IamAccount> ApplyAsync(AdministrationWork work)
    {
        await AccountRules.CheckEmailFreeAsync(work, Email, work.Account.Key, "ID-015").ConfigureAwait(false);
        return await AccountChange.ApplyAsync(work, CheckRevision, a => a with { Email = Email }).ConfigureAwait(false);
    }
}

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

/// <summary>Suspends the account, or makes a suspended one active again: for the trusted façade only (ID-026). Gives the account.</summary>
/// <param name="Status"><see cref="AccountStatus.Active"/> or <see cref="AccountStatus.Suspended"/>.</param>
public sealed record SetAccountStatus(AccountStatus Status) : IamChange<IamAccount>
{
    /// <inheritdoc />
    public override string Action => "iamcore:SetAccountStatus";

    internal override void Validate(ParameterCheck check) =>
        check.Require(Status is AccountStatus.Active or AccountStatus.Suspended, nameof(Status), "must be Active or Suspended", "ID-026");

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        throw new IamException(IamErrorCode.AccessDenied, "Only the host can suspend an account or make it active again.", "ID-026");

    internal override ValueTask<IamAccount> ApplyAsync(AdministrationWork work) => AccountChange.ApplyAsync(work, CheckRevision, a =>
        a.Status == AccountStatus.Closed ? throw Refusals.Invalid("A closed account stays closed.", "ID-025") : a with { Status = Status });
}

/// <summary>Says what happens when the root user is used (ID-040). Gives the account.</summary>
/// <param name="Guard">The guard.</param>
public sealed record SetRootUsageGuard(RootUsageGuard Guard) : IamChange<IamAccount>
{
    /// <inheritdoc />
    public override string Action => "iamcore:SetRootUsageGuard";

    internal override void Validate(ParameterCheck check) => check.Require(Enum.IsDefined(Guard), nameof(Guard), "must be one of the guards", "ID-040");

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        await AccountChange.AuthorizeRootAsync(work, Action).ConfigureAwait(false);
        CheckChange(work);
    }

    internal override ValueTask<IamAccount> ApplyAsync(AdministrationWork work) =>
        AccountChange.ApplyAsync(work, CheckRevision, a => a with { RootUsageGuard = Guard });

    /// <summary>Lets root lower the guard only where it showed a second factor (ID-040).</summary>
    private void CheckChange(AdministrationWork work)
    {
        if (work.Caller is { HasSecondFactor: false } && StrengthOf(Guard) < StrengthOf(work.Account.RootUsageGuard))
        {
            throw RootRules.Guarded("Root lowers the guard only in a session with MFA");
        }
    }

    private static int StrengthOf(RootUsageGuard guard) => guard switch
    {
        RootUsageGuard.Off => 0,
        RootUsageGuard.Warn => 1,
        RootUsageGuard.RequireMfa => 2,
        _ => 3,
    };
}

/// <summary>Reads the account operated on.</summary>
public sealed record GetAccount : IamQuery<IamAccount>
{
    /// <inheritdoc />
    public override string Action => "account:GetAccountInformation";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<IamAccount> ApplyAsync(AdministrationWork work) => new(work.Account);
}

using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>Changes the root user's e-mail address. Only the root user may do this (ID-038). The result is the account.</summary>
/// <param name="Email">The root user's sign-in name. It must be unique in the instance, ignoring case.</param>
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

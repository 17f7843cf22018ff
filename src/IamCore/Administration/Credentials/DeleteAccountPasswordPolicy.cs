namespace IamCore.Administration.Credentials;

/// <summary>Deletes the account's password policy, so that the default rules apply again (CR-006).</summary>
public sealed record DeleteAccountPasswordPolicy : IamCommand<NoResult>
{
    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var account = await PasswordPolicies.AccountAsync(work).ConfigureAwait(false);
        work.Put(account.PasswordPolicy is null ? throw PasswordPolicies.None(work) : account with { PasswordPolicy = null });
        return default;
    }
}

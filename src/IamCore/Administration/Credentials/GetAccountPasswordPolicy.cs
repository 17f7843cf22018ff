using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Returns the account's password policy; fails with <c>NoSuchEntity</c> if it has none of its own (CR-006).</summary>
public sealed record GetAccountPasswordPolicy : IamQuery<AccountPasswordPolicy>
{
    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<AccountPasswordPolicy> ApplyAsync(AdministrationWork work) => new(work.Account.PasswordPolicy ?? throw PasswordPolicies.None(work));
}

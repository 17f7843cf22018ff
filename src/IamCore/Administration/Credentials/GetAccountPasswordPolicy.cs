using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Reads the account's password policy (CR-006); refused with <c>NoSuchEntity</c> where it has none of its own.</summary>
public sealed record GetAccountPasswordPolicy : IamQuery<AccountPasswordPolicy>
{
    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<AccountPasswordPolicy> ApplyAsync(AdministrationWork work) => new(work.Account.PasswordPolicy ?? throw PasswordPolicies.None(work));
}

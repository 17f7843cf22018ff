using IamCore.Credentials.Passwords;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Replaces the account's password policy whole: what is not given gets its default (CR-005). Gives the policy.</summary>
/// <param name="Policy">The policy.</param>
public sealed record UpdateAccountPasswordPolicy(AccountPasswordPolicy Policy) : IamCommand<AccountPasswordPolicy>
{
    internal override void Validate(ParameterCheck check)
    {
        foreach (var parameter in PasswordRules.FindOutOfRange(Policy))
        {
            check.Require(false, parameter, "is out of range", "CR-005");
        }
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<AccountPasswordPolicy> ApplyAsync(AdministrationWork work)
    {
        var account = await PasswordPolicies.AccountAsync(work).ConfigureAwait(false);
        work.Put(account with { PasswordPolicy = Policy });
        return Policy;
    }
}

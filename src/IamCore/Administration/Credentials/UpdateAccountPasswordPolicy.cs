using IamCore.Credentials.Passwords;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Replaces the account's password policy as a whole; settings that are not specified return to their defaults (CR-005). The result is the
/// policy.
/// </summary>
/// <param name="Policy">The new policy.</param>
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

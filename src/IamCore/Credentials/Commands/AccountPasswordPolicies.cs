using IamCore.Administration;

namespace IamCore;

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

/// <summary>Reads the account's password policy (CR-006); refused with <c>NoSuchEntity</c> where it has none of its own.</summary>
public sealed record GetAccountPasswordPolicy : IamQuery<AccountPasswordPolicy>
{
    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<AccountPasswordPolicy> ApplyAsync(AdministrationWork work) => new(work.Account.PasswordPolicy ?? throw PasswordPolicies.None(work));
}

/// <summary>Returns the account to the default password rules (CR-006).</summary>
public sealed record DeleteAccountPasswordPolicy : IamCommand<Nothing>
{
    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var account = await PasswordPolicies.AccountAsync(work).ConfigureAwait(false);
        work.Put(account.PasswordPolicy is null ? throw PasswordPolicies.None(work) : account with { PasswordPolicy = null });
        return default;
    }
}

/// <summary>What the three have in common.</summary>
file static class PasswordPolicies
{
    public static async ValueTask<IamAccount> AccountAsync(AdministrationWork work) =>
        (await work.FindAsync<IamAccount>(work.Account.Key).ConfigureAwait(false))!;

    public static IamException None(AdministrationWork work) =>
        new(IamErrorCode.NoSuchEntity, $"The Password Policy with domain name {work.AccountId} cannot be found.", "CR-006");
}

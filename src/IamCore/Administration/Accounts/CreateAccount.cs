using IamCore.Administration.Organizations;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>
/// Makes an account with its root user, which has no credentials (ID-018, ID-027). On the instance it is standalone; on the management account of an
/// organization it becomes a member under the organization's root. Gives the account.
/// </summary>
/// <param name="Name">What it is called, 1 to 50 characters.</param>
/// <param name="Email">The root user's sign-in name, once in the instance in any letter case.</param>
public sealed record CreateAccount(string Name, string Email) : IamChange<IamAccount>
{
    /// <summary>The account number wanted, 12 digits, on the trusted façade only; <see langword="null"/> for a random one. Numbers are never given out twice.</summary>
    public string? AccountId { get; init; }

    /// <summary>The partition of its ARNs: <c>aws</c>, <c>aws-cn</c> or <c>aws-us-gov</c>.</summary>
    /// <value><c>aws</c></value>
    public string Partition { get; init; } = "aws";

    /// <inheritdoc />
    public override string Action => "organizations:CreateAccount";

    internal override void Validate(ParameterCheck check)
    {
        AccountRules.CheckName(check, Name);
        AccountRules.CheckEmail(check, Email);
        check.Require(AccountId is null || IamCore.Policies.AccountId.IsValid(AccountId), nameof(AccountId), "must be 12 digits", "ID-018");
        check.Require(Partition is "aws" or "aws-cn" or "aws-us-gov", nameof(Partition), "must be aws, aws-cn or aws-us-gov", "ID-015");
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        await work.CheckAsync(new() { Action = Action, Resource = "*" }).ConfigureAwait(false);
        if (AccountId is not null)
        {
            throw new IamException(IamErrorCode.AccessDenied, "An account number cannot be chosen.", "ID-018");
        }
    }

    internal override async ValueTask<IamAccount> ApplyAsync(AdministrationWork work)
    {
        Organization? organization = work.IsOfInstance ? null : await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        if (AccountId is not null && await work.FindAsync<IamAccount>(new ObjectKey(ObjectKind.Account, AccountId)).ConfigureAwait(false) is not null)
        {
            throw Refusals.Taken("Account", AccountId, "ID-018");
        }

        await AccountRules.CheckEmailFreeAsync(work, Email, default, "ID-018").ConfigureAwait(false);
        var account = new IamAccount
        {
            Id = AccountId ?? await AccountRules.NewIdAsync(work).ConfigureAwait(false),
            Name = Name,
            Email = Email,
            Partition = Partition,
            CanonicalUserId = UniqueId.CanonicalUser(work.Options.Random),
            CreateDate = work.Now,
            Status = AccountStatus.Active,
        };
        account = organization is null ? account : OrganizationTree.Join(account, organization.Key);
        work.Put(account);
        return account;
    }
}

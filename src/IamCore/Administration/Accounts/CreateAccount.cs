using IamCore.Administration.Organizations;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>
/// Creates an account with its root user, which has no credentials yet (ID-018, ID-027). Run on the instance, it creates a standalone
/// account;
/// run on the management account of an organization, it creates a member account under the organization's root. The result is the new
/// account.
/// </summary>
/// <param name="Name">The display name, 1 to 50 characters.</param>
/// <param name="Email">The root user's sign-in name. It must be unique in the instance, ignoring case.</param>
public sealed record CreateAccount(string Name, string Email) : IamChange<IamAccount>
{
    /// <summary>The desired account number, 12 digits. Only the trusted façade can choose it. Numbers are never reused.</summary>
    /// <value><see langword="null"/>: a random number.</value>
    public string? AccountId { get; init; }

    /// <summary>The partition of the account's ARNs: <c>aws</c>, <c>aws-cn</c> or <c>aws-us-gov</c>.</summary>
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
            throw IamErrors.Taken("Account", AccountId, "ID-018");
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

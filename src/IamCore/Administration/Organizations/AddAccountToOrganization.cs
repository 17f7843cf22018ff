using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>
/// Adds a standalone account to the organization, under its root. Only the trusted façade can do this, because the account is not asked for
/// its consent. The result is the account.
/// </summary>
/// <param name="AccountId">The number of the account.</param>
public sealed record AddAccountToOrganization(string AccountId) : OrganizationCommand<IamAccount>
{
    /// <inheritdoc />
    public override string Action => "iamcore:AddAccountToOrganization";

    internal override void Validate(ParameterCheck check) => MemberRules.CheckId(check, AccountId);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        throw new IamException(IamErrorCode.AccessDenied, "Only the host can add an account to an organization.", "ID-022");

    internal override async ValueTask<IamAccount> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var account = await work.FindAsync<IamAccount>(new ObjectKey(ObjectKind.Account, AccountId)).ConfigureAwait(false)
            ?? throw IamErrors.Missing("account", AccountId, "ID-022");
        CheckRevision(account);
        if (account.Parent is not null)
        {
            throw new IamException(IamErrorCode.EntityAlreadyExists, $"The account {AccountId} is already a member of an organization.", "ID-022");
        }

        var member = OrganizationTree.Join(account, organization.Key);
        work.Put(member);
        return member;
    }
}

using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>
/// Takes a standalone account into the organization, under its root: for the trusted façade, since nobody asks the account. Gives the account.
/// </summary>
/// <param name="AccountId">The account.</param>
public sealed record AddAccountToOrganization(string AccountId) : OrganizationCommand<IamAccount>
{
    /// <inheritdoc />
    public override string Action => "iamcore:AddAccountToOrganization";

    internal override void Validate(ParameterCheck check) => MemberRules.CheckId(check, AccountId);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        throw new IamException(IamErrorCode.AccessDenied, "Only the host can take an account into an organization.", "ID-022");

    internal override async ValueTask<IamAccount> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var account = await work.FindAsync<IamAccount>(new ObjectKey(ObjectKind.Account, AccountId)).ConfigureAwait(false)
            ?? throw Refusals.Missing("account", AccountId, "ID-022");
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

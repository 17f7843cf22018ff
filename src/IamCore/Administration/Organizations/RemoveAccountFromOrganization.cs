using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Removes an account from the organization. The management account cannot be removed. The result is the account.</summary>
/// <param name="AccountId">The number of the account.</param>
public sealed record RemoveAccountFromOrganization(string AccountId) : OrganizationCommand<IamAccount>
{
    private protected override IEnumerable<string> Targets => [AccountId];

    internal override void Validate(ParameterCheck check) => MemberRules.CheckId(check, AccountId);

    internal override async ValueTask<IamAccount> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var account = await MemberRules.GetAsync(work, organization, AccountId).ConfigureAwait(false);
        CheckRevision(account);
        if (account.AccountId == organization.ManagementAccount)
        {
            throw IamErrors.Invalid("The management account cannot leave its organization.", "ID-022");
        }

        if (organization.DelegatedAdministrator == account.AccountId)
        {
            work.Put(organization with { DelegatedAdministrator = null }); // An account that rejoins must not find its former powers restored.
        }

        var alone = OrganizationTree.Leave(account);
        work.Put(alone);
        return alone;
    }
}

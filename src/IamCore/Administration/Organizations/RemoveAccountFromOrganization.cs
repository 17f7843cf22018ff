using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Lets an account go from the organization; the management account cannot. Gives the account.</summary>
/// <param name="AccountId">The account.</param>
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
            throw Refusals.Invalid("The management account cannot leave its organization.", "ID-022");
        }

        if (organization.DelegatedAdministrator == account.AccountId)
        {
            work.Put(organization with { DelegatedAdministrator = null }); // who comes back begins anew
        }

        var alone = OrganizationTree.Leave(account);
        work.Put(alone);
        return alone;
    }
}

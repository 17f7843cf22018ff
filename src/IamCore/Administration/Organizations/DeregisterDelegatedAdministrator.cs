using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Removes the organization's delegated administrator (ST-099). The result is the organization.</summary>
/// <param name="AccountId">The number of the account that is the delegated administrator.</param>
public sealed record DeregisterDelegatedAdministrator(string AccountId) : OrganizationCommand<Organization>
{
    private protected override IEnumerable<string> Targets => [AccountId];

    internal override void Validate(ParameterCheck check) => MemberRules.CheckId(check, AccountId);

    internal override async ValueTask<Organization> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        CheckRevision(organization);
        if (organization.DelegatedAdministrator?.ToString() != AccountId)
        {
            throw IamErrors.Missing("delegated administrator", AccountId, "ST-099");
        }

        var alone = organization with { DelegatedAdministrator = null };
        work.Put(alone);
        return alone;
    }
}

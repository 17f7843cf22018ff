using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Takes the delegation back (ST-099). Gives the organization.</summary>
/// <param name="AccountId">The account.</param>
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
            throw Refusals.Missing("delegated administrator", AccountId, "ST-099");
        }

        var alone = organization with { DelegatedAdministrator = null };
        work.Put(alone);
        return alone;
    }
}

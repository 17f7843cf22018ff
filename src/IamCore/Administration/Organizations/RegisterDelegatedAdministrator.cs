using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>
/// Makes a member account the delegated administrator, which manages identities for the organization alongside its management account. It
/// replaces any previous one (ST-099). The result is the organization.
/// </summary>
/// <param name="AccountId">The number of the account.</param>
public sealed record RegisterDelegatedAdministrator(string AccountId) : OrganizationCommand<Organization>
{
    private protected override IEnumerable<string> Targets => [AccountId];

    internal override void Validate(ParameterCheck check) => MemberRules.CheckId(check, AccountId);

    internal override async ValueTask<Organization> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        CheckRevision(organization);
        var account = await MemberRules.GetAsync(work, organization, AccountId).ConfigureAwait(false);
        if (account.AccountId == organization.ManagementAccount)
        {
            throw IamErrors.Invalid("The management account needs no delegation.", "ST-099");
        }

        var delegated = organization with { DelegatedAdministrator = account.AccountId };
        work.Put(delegated);
        return delegated;
    }
}

using IamCore.Model;
using IamCore.Predefined;

namespace IamCore.Administration.Organizations;

/// <summary>
/// Creates an organization with the account operated on as its management account (ID-022). The result is the new organization.
/// </summary>
public sealed record CreateOrganization : IamChange<Organization>
{
    /// <inheritdoc />
    public override string Action => "organizations:CreateOrganization";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<Organization> ApplyAsync(AdministrationWork work)
    {
        var account = await AccountRules.GetAsync(work).ConfigureAwait(false);
        if (account.Parent is not null)
        {
            throw new IamException(IamErrorCode.EntityAlreadyExists, "The account is already a member of an organization.", "ID-022");
        }

        var organization = new Organization
        {
            Id = UniqueId.Organization(work.Options.Random),
            Name = "Root",
            RootId = UniqueId.OrganizationRoot(work.Options.Random),
            ManagementAccount = work.AccountId,
            CreateDate = work.Now,
            ServiceControlPolicies = [PredefinedPolicies.FullAwsAccess],
            ResourceControlPolicies = [PredefinedPolicies.RcpFullAwsAccess],
        };
        work.Put(organization);
        work.Put(OrganizationTree.Join(account, organization.Key));
        return organization;
    }
}

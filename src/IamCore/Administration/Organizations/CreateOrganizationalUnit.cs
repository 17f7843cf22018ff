using IamCore.Model;
using IamCore.Predefined;

namespace IamCore.Administration.Organizations;

/// <summary>Creates an organizational unit (ID-022). The result is the new unit.</summary>
/// <param name="ParentId">The id of the root or unit to create it under.</param>
/// <param name="Name">The name, 1 to 128 characters, unique under its parent.</param>
public sealed record CreateOrganizationalUnit(string ParentId, string Name) : OrganizationCommand<OrganizationalUnit>
{
    private protected override IEnumerable<string> Targets => [ParentId];

    internal override void Validate(ParameterCheck check) => UnitRules.CheckName(check, Name);

    internal override async ValueTask<OrganizationalUnit> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var parent = await OrganizationTree.GetParentAsync(work, organization, ParentId).ConfigureAwait(false);
        await UnitRules.CheckFreeAsync(work, parent, Name, default).ConfigureAwait(false);
        var unit = new OrganizationalUnit
        {
            Id = UniqueId.OrganizationalUnit(organization.RootId, work.Options.Random),
            Name = Name,
            Parent = parent.Key,
            ServiceControlPolicies = [PredefinedPolicies.FullAwsAccess],
            ResourceControlPolicies = [PredefinedPolicies.RcpFullAwsAccess],
        };
        work.Put(unit);
        return unit;
    }
}

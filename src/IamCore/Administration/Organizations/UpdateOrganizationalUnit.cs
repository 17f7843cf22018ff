using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Renames an organizational unit. The result is the unit.</summary>
/// <param name="OrganizationalUnitId">The id of the unit.</param>
/// <param name="Name">The new name, 1 to 128 characters, unique under its parent.</param>
public sealed record UpdateOrganizationalUnit(string OrganizationalUnitId, string Name) : OrganizationCommand<OrganizationalUnit>
{
    private protected override IEnumerable<string> Targets => [OrganizationalUnitId];

    internal override void Validate(ParameterCheck check) => UnitRules.CheckName(check, Name);

    internal override async ValueTask<OrganizationalUnit> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var unit = await UnitRules.GetAsync(work, organization, OrganizationalUnitId).ConfigureAwait(false);
        CheckRevision(unit);
        var parent = await OrganizationTree.GetNodeAsync(work, organization, unit.Parent.Id).ConfigureAwait(false);
        await UnitRules.CheckFreeAsync(work, parent, Name, unit.Key).ConfigureAwait(false);
        var changed = unit with { Name = Name };
        if (changed != unit)
        {
            work.Put(changed);
        }

        return changed;
    }
}

using IamCore.Administration;
using IamCore.Errors;

namespace IamCore;

/// <summary>Makes an organizational unit (ID-022). Gives the unit.</summary>
/// <param name="ParentId">The root or unit it stands under.</param>
/// <param name="Name">What it is called, 1 to 128 characters, once under its parent.</param>
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

/// <summary>Renames an organizational unit. Gives the unit.</summary>
/// <param name="OrganizationalUnitId">The unit.</param>
/// <param name="Name">What it is called, 1 to 128 characters, once under its parent.</param>
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

/// <summary>Deletes an organizational unit without accounts and units.</summary>
/// <param name="OrganizationalUnitId">The unit.</param>
public sealed record DeleteOrganizationalUnit(string OrganizationalUnitId) : OrganizationCommand<Nothing>
{
    private protected override IEnumerable<string> Targets => [OrganizationalUnitId];

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var unit = await UnitRules.GetAsync(work, organization, OrganizationalUnitId).ConfigureAwait(false);
        CheckRevision(unit);
        var blockers = new Blockers("ID-022");
        foreach (var kind in (ObjectKind[])[ObjectKind.Account, ObjectKind.OrganizationalUnit])
        {
            var children = await work.ReferrersAsync<OrganizationNode>(kind, Relation.Parent, unit.Key).ConfigureAwait(false);
            blockers.AddRange("move all accounts and delete all organizational units in it", children.Select(c => c.Id));
        }

        blockers.Throw();
        work.Delete(unit);
        return default;
    }
}

/// <summary>What operations on units have in common.</summary>
internal static class UnitRules
{
    public static void CheckName(ParameterCheck check, string? name)
    {
        if (check.Require(!string.IsNullOrWhiteSpace(name), "Name", "is required", "ID-022"))
        {
            check.Length(name!, "Name", 1, 128, "ID-022");
        }
    }

    public static async ValueTask CheckFreeAsync(AdministrationWork work, OrganizationNode parent, string name, ObjectKey own)
    {
        var other = await work.FindAsync<OrganizationalUnit>(DirectoryKeys.OrganizationalUnit(parent.Id, name)).ConfigureAwait(false);
        if (other is not null && other.Key != own)
        {
            throw Refusals.Taken("Organizational unit", name, "ID-022");
        }
    }

    public static async ValueTask<OrganizationalUnit> GetAsync(AdministrationWork work, Organization organization, string id) =>
        await OrganizationTree.GetNodeAsync(work, organization, id).ConfigureAwait(false) as OrganizationalUnit
        ?? throw Refusals.Missing("organizational unit", id, "ID-022");
}

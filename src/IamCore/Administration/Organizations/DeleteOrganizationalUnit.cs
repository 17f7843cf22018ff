using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Deletes an organizational unit that contains no accounts or units; otherwise fails with <c>DeleteConflict</c>.</summary>
/// <param name="OrganizationalUnitId">The id of the unit.</param>
public sealed record DeleteOrganizationalUnit(string OrganizationalUnitId) : OrganizationCommand<NoResult>
{
    private protected override IEnumerable<string> Targets => [OrganizationalUnitId];

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var unit = await UnitRules.GetAsync(work, organization, OrganizationalUnitId).ConfigureAwait(false);
        CheckRevision(unit);
        var conflicts = new DeleteConflicts("ID-022");
        foreach (var kind in (ObjectKind[])[ObjectKind.Account, ObjectKind.OrganizationalUnit])
        {
            var children = await work.ReferrersAsync<OrganizationNode>(kind, Relation.Parent, unit.Key).ConfigureAwait(false);
            conflicts.AddRange("move all accounts and delete all organizational units in it", children.Select(c => c.Id));
        }

        conflicts.Throw();
        work.Delete(unit);
        return default;
    }
}

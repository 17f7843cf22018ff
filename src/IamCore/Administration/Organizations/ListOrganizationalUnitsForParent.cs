using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Lists the units directly below a root or unit, by name (ID-022).</summary>
/// <param name="ParentId">The id of the root or unit.</param>
public sealed record ListOrganizationalUnitsForParent(string ParentId) : IamListQuery<OrganizationalUnit>
{
    /// <inheritdoc />
    public override string Action => "organizations:ListOrganizationalUnitsForParent";

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<Page<OrganizationalUnit>> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var nodes = await OrganizationWalk.BelowAsync(work, organization, ParentId).ConfigureAwait(false);
        return work.PageOf(this, ParentId, nodes.OfType<OrganizationalUnit>(), u => u.Name, u => u.Id);
    }
}

using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Traverses the tree of an organization downwards.</summary>
internal static class OrganizationWalk
{
    /// <summary>Returns the nodes directly below a parent, or all nodes of the organization if no parent is given.</summary>
    public static async ValueTask<List<OrganizationNode>> BelowAsync(AdministrationWork work, Organization organization, string? parentId) => parentId is null
        ? await WholeAsync(work, organization).ConfigureAwait(false)
        : await ChildrenAsync(work, (await OrganizationTree.GetParentAsync(work, organization, parentId).ConfigureAwait(false)).Key).ConfigureAwait(false);

    /// <summary>Returns the organization and everything below it.</summary>
    public static async ValueTask<List<OrganizationNode>> WholeAsync(AdministrationWork work, Organization organization)
    {
        var nodes = new List<OrganizationNode> { organization };
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] is not IamAccount)
            {
                nodes.AddRange(await ChildrenAsync(work, nodes[i].Key).ConfigureAwait(false));
            }
        }

        return nodes;
    }

    private static async ValueTask<List<OrganizationNode>> ChildrenAsync(AdministrationWork work, ObjectKey parent) =>
    [
        .. await work.ReferrersAsync<OrganizationNode>(ObjectKind.OrganizationalUnit, Relation.Parent, parent).ConfigureAwait(false),
        .. await work.ReferrersAsync<OrganizationNode>(ObjectKind.Account, Relation.Parent, parent).ConfigureAwait(false),
    ];
}

using IamCore.Administration;

namespace IamCore;

/// <summary>Lists the accounts of the organization by name (ID-022).</summary>
public sealed record ListAccounts : IamListQuery<IamAccount>
{
    /// <summary>The root or unit right above the accounts; <see langword="null"/> for all of the organization.</summary>
    public string? ParentId { get; init; }

    /// <inheritdoc />
    public override string Action => ParentId is null ? "organizations:ListAccounts" : "organizations:ListAccountsForParent";

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<Page<IamAccount>> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var nodes = await OrganizationWalk.BelowAsync(work, organization, ParentId).ConfigureAwait(false);
        return work.PageOf(this, $"{organization.Id}\n{ParentId}", nodes.OfType<IamAccount>(), a => a.Name, a => a.Id);
    }
}

/// <summary>Lists the units right below a root or unit, by name (ID-022).</summary>
/// <param name="ParentId">The root or unit.</param>
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

/// <summary>Lists the organization's own control policies by name; predefined ones are not among them.</summary>
public sealed record ListControlPolicies : IamListQuery<ControlPolicy>
{
    /// <summary>Only the policies attached to this root, unit or account; <see langword="null"/> for all.</summary>
    public string? TargetId { get; init; }

    /// <inheritdoc />
    public override string Action => TargetId is null ? "organizations:ListPolicies" : "organizations:ListPoliciesForTarget";

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<Page<ControlPolicy>> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var node = TargetId is null ? null : await OrganizationTree.GetNodeAsync(work, organization, TargetId).ConfigureAwait(false);
        var all = await work.AllAsync<ControlPolicy>(ObjectKind.ControlPolicy).ConfigureAwait(false);
        var wanted = all.Where(p => p.OrganizationId == organization.Id
            && (node is null || node.ServiceControlPolicies.Contains(p.Key) || node.ResourceControlPolicies.Contains(p.Key)));
        return work.PageOf(this, $"{organization.Id}\n{TargetId}", wanted, p => p.Name, p => p.Id);
    }
}

/// <summary>Lists the ids of the roots, units and accounts that a control policy is attached to.</summary>
/// <param name="PolicyId">The policy.</param>
public sealed record ListTargetsForControlPolicy(string PolicyId) : IamListQuery<string>
{
    /// <inheritdoc />
    public override string Action => "organizations:ListTargetsForPolicy";

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<Page<string>> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var (key, type) = await ControlAttachments.GetPolicyAsync(work, organization, PolicyId).ConfigureAwait(false);
        var nodes = await OrganizationWalk.WholeAsync(work, organization).ConfigureAwait(false);
        var targets = nodes.Where(n => ControlAttachments.Of(n, type).Contains(key)).Select(n => n is Organization root ? root.RootId : n.Id);
        return work.PageOf(this, PolicyId, targets, id => id);
    }
}

/// <summary>Walks the tree of an organization downwards.</summary>
internal static class OrganizationWalk
{
    /// <summary>What stands right below a place; below the whole organization with none given.</summary>
    public static async ValueTask<List<OrganizationNode>> BelowAsync(AdministrationWork work, Organization organization, string? parentId) => parentId is null
        ? await WholeAsync(work, organization).ConfigureAwait(false)
        : await ChildrenAsync(work, (await OrganizationTree.GetParentAsync(work, organization, parentId).ConfigureAwait(false)).Key).ConfigureAwait(false);

    /// <summary>The organization and all below it.</summary>
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

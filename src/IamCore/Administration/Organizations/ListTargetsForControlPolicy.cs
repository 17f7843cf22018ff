using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Lists the ids of the roots, units and accounts that a control policy is attached to.</summary>
/// <param name="PolicyId">The id of the policy.</param>
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

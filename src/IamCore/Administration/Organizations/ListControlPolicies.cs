using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Lists the organization's own control policies by name. Predefined policies are not included.</summary>
public sealed record ListControlPolicies : IamListQuery<ControlPolicy>
{
    /// <summary>The id of the root, unit or account whose attached policies to list; <see langword="null"/> for all policies.</summary>
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

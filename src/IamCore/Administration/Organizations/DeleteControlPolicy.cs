using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Deletes a control policy that is not attached to anything; otherwise fails with <c>DeleteConflict</c>.</summary>
/// <param name="PolicyId">The id of the policy.</param>
public sealed record DeleteControlPolicy(string PolicyId) : OrganizationCommand<NoResult>
{
    /// <inheritdoc />
    public override string Action => "organizations:DeletePolicy";

    private protected override IEnumerable<string> Targets => [PolicyId];

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var policy = await ControlPolicyRules.GetAsync(work, organization, PolicyId).ConfigureAwait(false);
        CheckRevision(policy);
        var conflicts = new DeleteConflicts("ID-024");
        foreach (var kind in ControlPolicyRules.NodeKinds)
        {
            var nodes = await work.ReferrersAsync<OrganizationNode>(kind, Relation.ControlPolicy, policy.Key).ConfigureAwait(false);
            conflicts.AddRange("detach the policy from all targets", nodes.Select(n => n.Id));
        }

        conflicts.Throw();
        work.Delete(policy);
        return default;
    }
}

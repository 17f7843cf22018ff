using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>
/// Attaches a control policy to the root, an organizational unit or an account; nothing changes if it is already attached (ID-024). The
/// result is the target.
/// </summary>
/// <param name="PolicyId">The id of the policy: <c>p-…</c>, or <c>p-FullAWSAccess</c> or <c>p-RCPFullAWSAccess</c>.</param>
/// <param name="TargetId">The id of the root, unit or account.</param>
public sealed record AttachControlPolicy(string PolicyId, string TargetId) : OrganizationCommand<OrganizationNode>
{
    /// <inheritdoc />
    public override string Action => "organizations:AttachPolicy";

    private protected override IEnumerable<string> Targets => [PolicyId, TargetId];

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override async ValueTask<OrganizationNode> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var (key, type) = await ControlAttachments.GetPolicyAsync(work, organization, PolicyId).ConfigureAwait(false);
        var node = await OrganizationTree.GetNodeAsync(work, organization, TargetId).ConfigureAwait(false);
        CheckRevision(node);
        var attached = ControlAttachments.Of(node, type);
        if (attached.Contains(key))
        {
            return node;
        }

        work.Quotas.Check(Quota.ControlPoliciesPerNode, attached.Count + 1);
        var changed = ControlAttachments.With(node, type, [.. attached, key]);
        work.Put(changed);
        return changed;
    }
}

using IamCore.Administration;
using IamCore.Errors;

namespace IamCore;

/// <summary>Attaches a control policy to the root, a unit or an account (ID-024); one attached already stays. Gives the place.</summary>
/// <param name="PolicyId">The policy: <c>p-…</c>, or <c>p-FullAWSAccess</c> or <c>p-RCPFullAWSAccess</c>.</param>
/// <param name="TargetId">The root, unit or account.</param>
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

/// <summary>Detaches a control policy (ID-024). The last service control policy of a place stays, since without one nothing would be allowed
/// below. Gives the place.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="TargetId">The root, unit or account.</param>
public sealed record DetachControlPolicy(string PolicyId, string TargetId) : OrganizationCommand<OrganizationNode>
{
    /// <inheritdoc />
    public override string Action => "organizations:DetachPolicy";

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
        if (!attached.Contains(key))
        {
            throw new IamException(IamErrorCode.NoSuchEntity, $"Policy {PolicyId} is not attached to {TargetId}.", "ID-024");
        }

        if (type == PolicyType.ServiceControl && attached.Count == 1)
        {
            throw Refusals.Invalid($"The last service control policy of {TargetId} cannot be detached.", "ID-024");
        }

        var changed = ControlAttachments.With(node, type, [.. ((IEnumerable<ObjectKey>)attached).Where(k => k != key)]);
        work.Put(changed);
        return changed;
    }
}

/// <summary>The control policies of a place in the tree.</summary>
internal static class ControlAttachments
{
    public static async ValueTask<(ObjectKey Key, PolicyType Type)> GetPolicyAsync(AdministrationWork work, Organization organization, string id)
    {
        foreach (var predefined in work.Options.PredefinedPolicies.All)
        {
            if (predefined.Name == id && predefined.Type is PolicyType.ServiceControl or PolicyType.ResourceControl)
            {
                return (predefined.Key, predefined.Type);
            }
        }

        var policy = await ControlPolicyRules.GetAsync(work, organization, id).ConfigureAwait(false);
        return (policy.Key, policy.Type);
    }

    public static ValueList<ObjectKey> Of(OrganizationNode node, PolicyType type) =>
        type == PolicyType.ServiceControl ? node.ServiceControlPolicies : node.ResourceControlPolicies;

    public static OrganizationNode With(OrganizationNode node, PolicyType type, ValueList<ObjectKey> policies) =>
        type == PolicyType.ServiceControl ? node with { ServiceControlPolicies = policies } : node with { ResourceControlPolicies = policies };
}

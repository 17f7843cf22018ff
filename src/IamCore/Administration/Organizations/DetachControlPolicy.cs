using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>
/// Detaches a control policy (ID-024). The last service control policy of a target cannot be detached, because nothing would be allowed
/// below
/// it any more. The result is the target.
/// </summary>
/// <param name="PolicyId">The id of the policy.</param>
/// <param name="TargetId">The id of the root, unit or account.</param>
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
            throw IamErrors.Invalid($"The last service control policy of {TargetId} cannot be detached.", "ID-024");
        }

        var changed = ControlAttachments.With(node, type, [.. ((IEnumerable<ObjectKey>)attached).Where(k => k != key)]);
        work.Put(changed);
        return changed;
    }
}

using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Deletes a version of a policy that is not the default version (ID-145). The result is the policy.</summary>
/// <param name="PolicyArn">The ARN of the policy.</param>
/// <param name="VersionId">The id of the version, for example <c>v2</c>.</param>
public sealed record DeletePolicyVersion(string PolicyArn, string VersionId) : IamChange<ManagedPolicy>
{
    internal override void Validate(ParameterCheck check)
    {
        check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-148");
        PolicyTargets.CheckVersionId(check, VersionId);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => PolicyTargets.AuthorizeAsync(work, Action, PolicyArn);

    internal override async ValueTask<ManagedPolicy> ApplyAsync(AdministrationWork work)
    {
        var policy = await PolicyTargets.GetCustomerAsync(work, PolicyArn, "ID-145").ConfigureAwait(false);
        CheckRevision(policy);
        if (policy.DefaultVersionId == VersionId)
        {
            throw new IamException(IamErrorCode.DeleteConflict, "Cannot delete the default version of a policy.", "ID-145");
        }

        PolicyTargets.GetVersion(policy, VersionId, "ID-145");
        var changed = policy with { Versions = [.. ((IEnumerable<PolicyVersion>)policy.Versions).Where(v => v.VersionId != VersionId)] };
        work.Put(changed);
        return changed;
    }
}

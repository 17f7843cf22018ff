using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Deletes a version that is not in force (ID-145). Gives the policy.</summary>
/// <param name="PolicyArn">ARN of the policy.</param>
/// <param name="VersionId">The version.</param>
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

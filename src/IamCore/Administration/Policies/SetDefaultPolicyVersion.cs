using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>
/// Makes a version of a customer managed policy its default version, which is the one in effect (ID-144). The result is the policy.
/// </summary>
/// <param name="PolicyArn">The ARN of the policy.</param>
/// <param name="VersionId">The id of the version, for example <c>v2</c>.</param>
public sealed record SetDefaultPolicyVersion(string PolicyArn, string VersionId) : IamChange<ManagedPolicy>
{
    internal override void Validate(ParameterCheck check)
    {
        check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-148");
        PolicyTargets.CheckVersionId(check, VersionId);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => PolicyTargets.AuthorizeAsync(work, Action, PolicyArn);

    internal override async ValueTask<ManagedPolicy> ApplyAsync(AdministrationWork work)
    {
        var policy = await PolicyTargets.GetCustomerAsync(work, PolicyArn, "ID-144").ConfigureAwait(false);
        CheckRevision(policy);
        PolicyTargets.GetVersion(policy, VersionId, "ID-144");
        if (policy.DefaultVersionId == VersionId)
        {
            return policy;
        }

        var changed = policy with { DefaultVersionId = VersionId, UpdateDate = work.Now };
        work.Put(changed);
        return changed;
    }
}

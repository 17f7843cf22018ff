using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Returns one version of a managed policy (ID-148).</summary>
/// <param name="PolicyArn">The ARN of the policy.</param>
/// <param name="VersionId">The id of the version, for example <c>v1</c>.</param>
public sealed record GetPolicyVersion(string PolicyArn, string VersionId) : IamQuery<PolicyVersion>
{
    internal override void Validate(ParameterCheck check)
    {
        check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-148");
        PolicyTargets.CheckVersionId(check, VersionId);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => PolicyTargets.AuthorizeAsync(work, Action, PolicyArn);

    internal override async ValueTask<PolicyVersion> ApplyAsync(AdministrationWork work)
    {
        var found = await ResolvedPolicy.GetAsync(work, PolicyArn, "ID-148").ConfigureAwait(false);
        foreach (var version in PolicyDescription.VersionsOf(work, found))
        {
            if (version.VersionId == VersionId)
            {
                return version;
            }
        }

        throw new IamException(IamErrorCode.NoSuchEntity, $"Policy {PolicyArn} version {VersionId} does not exist or is not attachable.", "ID-148");
    }
}

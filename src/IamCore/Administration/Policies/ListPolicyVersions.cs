using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Lists the versions of a managed policy, oldest first (ID-148).</summary>
/// <param name="PolicyArn">The ARN of the policy.</param>
public sealed record ListPolicyVersions(string PolicyArn) : IamListQuery<PolicyVersion>
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-148");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => PolicyTargets.AuthorizeAsync(work, Action, PolicyArn);

    internal override async ValueTask<Page<PolicyVersion>> ApplyAsync(AdministrationWork work)
    {
        var found = await ResolvedPolicy.GetAsync(work, PolicyArn, "ID-148").ConfigureAwait(false);
        return work.PageOf(this, found.Key.ToString(), PolicyDescription.VersionsOf(work, found), v => v.VersionId.PadLeft(12), v => v.VersionId);
    }
}

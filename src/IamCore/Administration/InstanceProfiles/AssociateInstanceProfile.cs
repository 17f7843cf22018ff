using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.InstanceProfiles;

/// <summary>
/// Associates a workload with an instance profile, so that the workload receives the credentials of its role. The caller also needs
/// <c>iam:PassRole</c> for the role (ID-137). The result is the association.
/// </summary>
/// <param name="WorkloadId">The id of the workload: 2 to 64 characters of <c>[\w+=,.@-]</c>.</param>
/// <param name="InstanceProfileName">The name of the profile, ignoring case.</param>
public sealed record AssociateInstanceProfile(string WorkloadId, string InstanceProfileName) : IamChange<WorkloadAssociation>
{
    /// <inheritdoc />
    public override string Action => "iamcore:AssociateInstanceProfile";

    internal override void Validate(ParameterCheck check)
    {
        WorkloadRules.CheckId(check, WorkloadId);
        NamedKind.InstanceProfile.Check(check, InstanceProfileName);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => WorkloadRules.AuthorizePassingAsync(work, Action, InstanceProfileName);

    internal override async ValueTask<WorkloadAssociation> ApplyAsync(AdministrationWork work)
    {
        var profile = await NamedKind.InstanceProfile.GetAsync<InstanceProfile>(work, InstanceProfileName, "ID-137").ConfigureAwait(false);
        if (await WorkloadRules.FindAsync(work, WorkloadId).ConfigureAwait(false) is not null)
        {
            throw IamErrors.Taken("Association of the workload", WorkloadId, "ID-137");
        }

        var association = new WorkloadAssociation
        {
            Id = $"iip-assoc-{work.Options.Random.Text(17, "0123456789abcdef")}",
            Account = work.AccountId,
            WorkloadId = WorkloadId,
            ProfileId = profile.Id,
            CreateDate = work.Now,
        };
        work.Put(association);
        return association;
    }
}

using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.InstanceProfiles;

/// <summary>Binds a workload to an instance profile, of which it gets the role's credentials; the caller needs <c>iam:PassRole</c> on the role too (ID-137). Gives the association.</summary>
/// <param name="WorkloadId">The workload: 2 to 64 of <c>[\w+=,.@-]</c>.</param>
/// <param name="InstanceProfileName">The profile, in any letter case.</param>
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
            throw Refusals.Taken("Association of the workload", WorkloadId, "ID-137");
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

using IamCore.Model;

namespace IamCore.Administration.InstanceProfiles;

/// <summary>Associates a workload with another instance profile in one step (ID-137). The result is the association.</summary>
/// <param name="WorkloadId">The id of the workload.</param>
/// <param name="InstanceProfileName">The name of the new profile, ignoring case.</param>
public sealed record ReplaceInstanceProfileAssociation(string WorkloadId, string InstanceProfileName) : IamChange<WorkloadAssociation>
{
    /// <inheritdoc />
    public override string Action => "iamcore:ReplaceInstanceProfileAssociation";

    internal override void Validate(ParameterCheck check)
    {
        WorkloadRules.CheckId(check, WorkloadId);
        NamedKind.InstanceProfile.Check(check, InstanceProfileName);
    }

    /// <summary>Authorizes on the new profile and its role, because these are what the workload gains.</summary>
    internal override ValueTask AuthorizeAsync(AdministrationWork work) => WorkloadRules.AuthorizePassingAsync(work, Action, InstanceProfileName);

    internal override async ValueTask<WorkloadAssociation> ApplyAsync(AdministrationWork work)
    {
        var association = await WorkloadRules.GetAsync(work, WorkloadId).ConfigureAwait(false);
        CheckRevision(association);
        var profile = await NamedKind.InstanceProfile.GetAsync<InstanceProfile>(work, InstanceProfileName, "ID-137").ConfigureAwait(false);
        var changed = association with { ProfileId = profile.Id };
        if (changed != association)
        {
            work.Put(changed);
        }

        return changed;
    }
}

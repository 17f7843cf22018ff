namespace IamCore.Administration.InstanceProfiles;

/// <summary>Removes a workload's association; credentials already issued stay valid until they expire (ID-137, ID-139).</summary>
/// <param name="WorkloadId">The id of the workload.</param>
public sealed record DisassociateInstanceProfile(string WorkloadId) : IamChange<NoResult>
{
    /// <inheritdoc />
    public override string Action => "iamcore:DisassociateInstanceProfile";

    internal override void Validate(ParameterCheck check) => WorkloadRules.CheckId(check, WorkloadId);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => WorkloadRules.AuthorizeAsync(work, Action, WorkloadId);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var association = await WorkloadRules.GetAsync(work, WorkloadId).ConfigureAwait(false);
        CheckRevision(association);
        work.Delete(association);
        return default;
    }
}

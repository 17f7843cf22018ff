namespace IamCore.Administration.Reports;

/// <summary>The report of a job; only who asked for it may read it (ID-267).</summary>
/// <param name="JobId">What <see cref="GenerateServiceLastAccessedDetails"/> gave.</param>
public sealed record GetServiceLastAccessedDetails(string JobId) : IamQuery<ServiceLastAccessedDetails>
{
    internal override void Validate(ParameterCheck check) => AccessJobRules.Check(check, JobId);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<ServiceLastAccessedDetails> ApplyAsync(AdministrationWork work) => new(AccessJobRules.Get(work, JobId).Report);
}

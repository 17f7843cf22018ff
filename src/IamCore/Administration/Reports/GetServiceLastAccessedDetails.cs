namespace IamCore.Administration.Reports;

/// <summary>Returns a report about last-accessed data. Only the principal that requested it may read it (ID-267).</summary>
/// <param name="JobId">The id returned by <see cref="GenerateServiceLastAccessedDetails"/>.</param>
public sealed record GetServiceLastAccessedDetails(string JobId) : IamQuery<ServiceLastAccessedDetails>
{
    internal override void Validate(ParameterCheck check) => AccessJobRules.Check(check, JobId);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<ServiceLastAccessedDetails> ApplyAsync(AdministrationWork work) => new(AccessJobRules.Get(work, JobId).Report);
}

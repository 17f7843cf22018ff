namespace IamCore.Administration.Reports;

/// <summary>Who used a service, as of a job (ID-269).</summary>
/// <param name="JobId">What <see cref="GenerateServiceLastAccessedDetails"/> gave.</param>
/// <param name="ServiceNamespace">The service, for example <c>iam</c>.</param>
public sealed record GetServiceLastAccessedDetailsWithEntities(string JobId, string ServiceNamespace) : IamQuery<ValueList<EntityAccess>>
{
    internal override void Validate(ParameterCheck check)
    {
        AccessJobRules.Check(check, JobId);
        check.Require(!string.IsNullOrEmpty(ServiceNamespace), nameof(ServiceNamespace), "is required", "ID-269");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<ValueList<EntityAccess>> ApplyAsync(AdministrationWork work)
    {
        var uses = AccessJobRules.Get(work, JobId).Entities
            .Where(u => string.Equals(GenerateServiceLastAccessedDetails.ServiceOf(u.Access), ServiceNamespace, StringComparison.OrdinalIgnoreCase));
        return new([.. uses.GroupBy(u => u.Arn, StringComparer.Ordinal).Select(g => new EntityAccess(g.Key, g.First().Access.Time))]);
    }
}

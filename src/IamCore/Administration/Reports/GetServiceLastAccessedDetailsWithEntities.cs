namespace IamCore.Administration.Reports;

/// <summary>Returns who used a service, according to a report about last-accessed data (ID-269).</summary>
/// <param name="JobId">The id returned by <see cref="GenerateServiceLastAccessedDetails"/>.</param>
/// <param name="ServiceNamespace">The service prefix, for example <c>iam</c>.</param>
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

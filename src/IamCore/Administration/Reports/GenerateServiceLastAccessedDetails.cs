using IamCore.Stores;

namespace IamCore.Administration.Reports;

/// <summary>
/// Generates a report of when the services that an identity's policies allow were last used, and by whom (ID-267). The result is the id of
/// the job, 36 characters; its report can be read immediately. Boundaries, control policies, session policies and resource policies are not
/// considered.
/// </summary>
/// <param name="Arn">The ARN of a user, group, role or managed policy.</param>
public sealed record GenerateServiceLastAccessedDetails(string Arn) : IamQuery<string>
{
    /// <summary>Whether to report services only, or their actions too.</summary>
    /// <value><see cref="AccessGranularity.ServiceLevel"/></value>
    public AccessGranularity Granularity { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        if (Simulations.Split(Arn ?? "") is null)
        {
            check.PolicyArn(Arn, nameof(Arn), "ID-267");
        }
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = Arn });

    internal override async ValueTask<string> ApplyAsync(AdministrationWork work)
    {
        var subject = await AccessSubject.GetAsync(work, Arn).ConfigureAwait(false);
        var uses = new List<(string Arn, LastAccess Access)>();
        foreach (var entity in subject.Entities)
        {
            uses.AddRange((work.Options.LastAccessed?.Find(entity.Key, work.Now) ?? ValueList<LastAccess>.Empty).ToArray()
                .Where(a => a.Action != LastAccessed.Authentication).Select(a => (entity.Arn, a)));
        }

        uses.Sort((a, b) => b.Access.Time.CompareTo(a.Access.Time));
        var services = subject.ServicesOf(work.Options.PredefinedPolicies.Services, uses.Select(u => ServiceOf(u.Access)));
        var details = services.Select(service => DetailOf(service, [.. uses.Where(u => ServiceOf(u.Access) == service)]));
        var id = work.Options.Random.Guid().ToString();
        work.AccessJobs.Add(id, new(work.AccountId, work.Caller?.PrincipalId, new(Arn, work.Now, [.. details]), uses));
        return id;
    }

    internal static string ServiceOf(LastAccess access) => access.Action.Service.ToString().ToLowerInvariant();

    private ServiceAccess DetailOf(string service, List<(string Arn, LastAccess Access)> uses) => new(service)
    {
        LastAuthenticated = uses.Count == 0 ? null : uses[0].Access.Time,
        LastAuthenticatedEntity = uses.Count == 0 ? null : uses[0].Arn,
        LastAuthenticatedRegion = uses.Count == 0 ? null : uses[0].Access.Region,
        TotalAuthenticatedEntities = uses.Select(u => u.Arn).Distinct(StringComparer.Ordinal).Count(),
        Actions = Granularity == AccessGranularity.ServiceLevel ? ValueList<LastAccess>.Empty
            : [.. uses.GroupBy(u => u.Access.Action).Select(g => g.First().Access).OrderBy(a => a.Action.ToString(), StringComparer.Ordinal)],
    };
}

using IamCore.Administration;
using IamCore.Errors;

namespace IamCore;

/// <summary>
/// Makes a report of when the services that an identity's policies allow were last used, and by whom (ID-267). Gives the job's id, 36 characters; the report is
/// ready at once. Boundaries, control policies, session policies and resource policies are not considered.
/// </summary>
/// <param name="Arn">A user, group, role or managed policy.</param>
public sealed record GenerateServiceLastAccessedDetails(string Arn) : IamQuery<string>
{
    /// <summary>Whether actions are told too.</summary>
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

/// <summary>How fine a report of last-accessed data is.</summary>
public enum AccessGranularity : byte
{
    /// <summary>Services.</summary>
    ServiceLevel,

    /// <summary>Services and the actions used.</summary>
    ActionLevel,
}

/// <summary>The report of a job; only who asked for it may read it (ID-267).</summary>
/// <param name="JobId">What <see cref="GenerateServiceLastAccessedDetails"/> gave.</param>
public sealed record GetServiceLastAccessedDetails(string JobId) : IamQuery<ServiceLastAccessedDetails>
{
    internal override void Validate(ParameterCheck check) => AccessJobRules.Check(check, JobId);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<ServiceLastAccessedDetails> ApplyAsync(AdministrationWork work) => new(AccessJobRules.Get(work, JobId).Report);
}

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

/// <summary>The policies of an identity that grant something of services (ID-269).</summary>
/// <param name="Arn">A user, group or role.</param>
/// <param name="ServiceNamespaces">The services, for example <c>iam</c>.</param>
public sealed record ListPoliciesGrantingServiceAccess(string Arn, ValueList<string> ServiceNamespaces) : IamQuery<ValueList<ServiceGrants>>
{
    internal override void Validate(ParameterCheck check)
    {
        IdentityArns.Check(check, Arn, nameof(Arn));
        check.Require(ServiceNamespaces.Count > 0, nameof(ServiceNamespaces), "is required", "ID-269");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = Arn });

    internal override async ValueTask<ValueList<ServiceGrants>> ApplyAsync(AdministrationWork work)
    {
        var who = await Simulations.GetAsync(work, Arn, "ID-267").ConfigureAwait(false);
        var policies = who.Policies.Identity.SelectMany(set => (IEnumerable<NamedPolicy>)set.Policies).ToList();
        return [.. ServiceNamespaces.ToArray().Select(service => new ServiceGrants(
            service,
            [.. policies.Where(p => GrantedServices.Grants(p.Document, service)).Select(p => p.Origin is null ? p.Name! : $"{p.Name} of {p.Origin}")]))];
    }
}

/// <summary>What a job found.</summary>
/// <param name="Arn">What it is about.</param>
/// <param name="CreateDate">When it was made, UTC.</param>
/// <param name="Services">The services that the policies allow, in ordinal order.</param>
public sealed record ServiceLastAccessedDetails(string Arn, DateTimeOffset CreateDate, ValueList<ServiceAccess> Services);

/// <summary>When a service was last used.</summary>
/// <param name="ServiceNamespace">The service in lower case.</param>
public sealed record ServiceAccess(string ServiceNamespace)
{
    /// <summary>When, UTC; <see langword="null"/> for not within 400 days.</summary>
    public DateTimeOffset? LastAuthenticated { get; init; }

    /// <summary>By which user or role, an ARN.</summary>
    public string? LastAuthenticatedEntity { get; init; }

    /// <summary>In which region; <see langword="null"/> for none.</summary>
    public string? LastAuthenticatedRegion { get; init; }

    /// <summary>By how many users and roles in that time.</summary>
    public int TotalAuthenticatedEntities { get; init; }

    /// <summary>The actions used, by name, where they were asked for.</summary>
    public ValueList<LastAccess> Actions { get; init; } = ValueList<LastAccess>.Empty;
}

/// <summary>When a user or role last used a service.</summary>
/// <param name="Arn">The user or role.</param>
/// <param name="LastAuthenticated">When, UTC.</param>
public sealed record EntityAccess(string Arn, DateTimeOffset LastAuthenticated);

/// <summary>The policies that grant something of a service.</summary>
/// <param name="ServiceNamespace">The service as asked.</param>
/// <param name="Policies">Name and owner of each.</param>
public sealed record ServiceGrants(string ServiceNamespace, ValueList<string> Policies);

/// <summary>What operations on jobs have in common.</summary>
internal static class AccessJobRules
{
    public static void Check(ParameterCheck check, string? id) => check.Require(id is { Length: 36 }, "JobId", "must have 36 characters", "ID-267");

    public static AccessJob Get(AdministrationWork work, string id)
    {
        var job = work.AccessJobs.Find(id);
        if (job is null || job.Account != work.AccountId)
        {
            throw Refusals.Missing("job", id, "ID-267");
        }

        return !work.IsAuthorized || job.Creator == work.Caller!.PrincipalId
            ? job : throw new IamException(IamErrorCode.AccessDenied, "Only the principal that made the job may read it.", "ID-267");
    }
}

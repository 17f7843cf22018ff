namespace IamCore.Administration.Reports;

/// <summary>Lists the policies of an identity that grant any action of the given services (ID-269).</summary>
/// <param name="Arn">The ARN of a user, group or role.</param>
/// <param name="ServiceNamespaces">The service prefixes, for example <c>iam</c>.</param>
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

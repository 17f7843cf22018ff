using IamCore.Administration;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Advisor;

/// <summary>Looks through an account for what published best practice advises against (ID-271 to ID-274, ST-160). It reads everything and changes nothing.</summary>
public sealed record RunAdvisor : IamQuery<ValueList<AdvisorFinding>>
{
    /// <summary>What the authorizer knows of the use of identities; without it only passwords and keys tell, and roles are never called unused.</summary>
    public LastAccessed? LastAccessed { get; init; }

    /// <inheritdoc />
    public override string Action => "iamcore:RunAdvisor";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<ValueList<AdvisorFinding>> ApplyAsync(AdministrationWork work)
    {
        var facts = await AdvisorFacts.ReadAsync(work, LastAccessed ?? work.Options.LastAccessed).ConfigureAwait(false);
        var findings = new List<AdvisorFinding>(RootAdvice.Of(facts));
        foreach (var user in facts.Users)
        {
            findings.AddRange(UserAdvice.Of(facts, user));
        }

        findings.AddRange(PolicyAdvice.OfUsers(facts));
        foreach (var role in facts.Roles)
        {
            findings.AddRange(await TrustAdvice.OfAsync(facts, role).ConfigureAwait(false));
            if (AdvisorFacts.IsEmergency(role))
            {
                findings.AddRange(EmergencyAdvice.Of(facts, role));
            }
        }

        return [.. findings.OrderByDescending(f => f.Severity).ThenBy(f => f.Arn, StringComparer.Ordinal).ThenBy(f => f.Check).ThenBy(f => f.Message, StringComparer.Ordinal)];
    }

    /// <summary>The name of the operation.</summary>
    public override string ToString() => nameof(RunAdvisor);
}

using IamCore.Administration;
using IamCore.Stores;

namespace IamCore.Advisor;

/// <summary>
/// Checks an account against published best practices (ID-271 to ID-274, ST-160). It reads the whole account and changes nothing. The
/// result lists the findings, most serious first.
/// </summary>
/// <example>
/// <code>
/// foreach (AdvisorFinding finding in await account.ExecuteAsync(new RunAdvisor(), cancellationToken))
/// {
///     Console.WriteLine(finding); // for example: High arn:aws:iam::123456789012:root: The root user has no MFA device (ID-272)
/// }
/// </code>
/// </example>
public sealed record RunAdvisor : IamQuery<ValueList<AdvisorFinding>>
{
    /// <summary>
    /// What the authorizer recorded about the use of identities. Without it only passwords and keys are considered, and no role is
    /// reported as unused.
    /// </summary>
    /// <value>The data recorded by the directory, if it has any.</value>
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

    /// <summary>Returns the name of the operation.</summary>
    public override string ToString() => nameof(RunAdvisor);
}

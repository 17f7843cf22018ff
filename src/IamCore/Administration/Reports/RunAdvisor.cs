using IamCore.Administration;

namespace IamCore;

/// <summary>Restates published best practice as findings about the account (ID-271 to ID-274), gravest first.</summary>
public sealed record RunAdvisor : IamQuery<ValueList<AdvisorFinding>>
{
    /// <inheritdoc />
    public override string Action => "iamcore:RunAdvisor";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<ValueList<AdvisorFinding>> ApplyAsync(AdministrationWork work)
    {
        var findings = new List<AdvisorFinding>();
        await RootAdvice.AddAsync(work, findings).ConfigureAwait(false);
        await UserAdvice.AddAsync(work, findings).ConfigureAwait(false);
        await RoleAdvice.AddAsync(work, findings).ConfigureAwait(false);
        return [.. findings.OrderByDescending(f => f.Severity).ThenBy(f => f.Arn, StringComparer.Ordinal).ThenBy(f => f.Code, StringComparer.Ordinal)];
    }
}

/// <summary>Something that published best practice advises against.</summary>
/// <param name="Code">What, for example <c>UserWithoutMfa</c>.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Arn">The object concerned.</param>
/// <param name="Rule">The rule it comes from.</param>
/// <param name="Message">One sentence: what, and what to do instead.</param>
public sealed record AdvisorFinding(string Code, AdvisorSeverity Severity, string Arn, string Rule, string Message);

/// <summary>How grave a finding is.</summary>
public enum AdvisorSeverity : byte
{
    /// <summary>Untidy.</summary>
    Low,

    /// <summary>Worth changing.</summary>
    Medium,

    /// <summary>A risk.</summary>
    High,
}

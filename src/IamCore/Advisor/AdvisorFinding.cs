namespace IamCore.Advisor;

/// <summary>Something in an account that published best practice advises against (ID-271).</summary>
/// <param name="Check">Which advice.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Arn">The user, role or root user concerned.</param>
/// <param name="Rule">The rule that asks for it, for example <c>ID-273</c>.</param>
/// <param name="Message">One sentence, with the name of the key or policy concerned.</param>
public sealed record AdvisorFinding(AdvisorCheck Check, AdvisorSeverity Severity, string Arn, string Rule, string Message)
{
    /// <summary>For people: severity, object and message.</summary>
    public override string ToString() => $"{Severity} {Arn}: {Message} ({Rule})";
}

namespace IamCore.Advisor;

/// <summary>Something in an account that deviates from published best practices (ID-271).</summary>
/// <param name="Check">The best practice.</param>
/// <param name="Severity">How serious it is.</param>
/// <param name="Arn">The ARN of the user, role or root user concerned.</param>
/// <param name="Rule">The id of the rule behind the check, for example <c>ID-273</c>.</param>
/// <param name="Message">One sentence that names the key or policy concerned.</param>
public sealed record AdvisorFinding(AdvisorCheck Check, AdvisorSeverity Severity, string Arn, string Rule, string Message)
{
    /// <summary>Returns the severity, object and message, for people.</summary>
    public override string ToString() => $"{Severity} {Arn}: {Message} ({Rule})";
}

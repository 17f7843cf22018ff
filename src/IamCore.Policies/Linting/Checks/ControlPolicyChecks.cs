using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Service control policies of the old grammar, and resource control policies.</summary>
internal static class ControlPolicyChecks
{
    private const string PrincipalIsService = "aws:PrincipalIsAWSService";

    /// <summary>Services whose resources RCPs protect, beside those a catalog names.</summary>
    private static readonly string[] RcpServices = ["kms", "s3", "secretsmanager", "sqs", "sts"];

    /// <summary>What service control policies could not hold before September 2025 (VA-183 to VA-187).</summary>
    public static void CheckClassic(LintRun run, StatementView statement)
    {
        foreach (var action in statement.Actions.Concat(statement.NotActions))
        {
            if (!action.IsEverything && HasInnerWildcard(action.Name))
            {
                run.Report(Errors.ScpSyntaxErrorActionWildcard, Place.Value(action.Value.Node), ("action", action.Value.Text));
            }
        }

        if (statement.NotResource is { } notResource)
        {
            run.Report(Errors.ScpSyntaxErrorNotresource, Place.Name(notResource.Member));
        }

        if (!statement.IsAllow)
        {
            return;
        }

        if (statement.ConditionNode >= 0)
        {
            run.Report(Errors.ScpSyntaxErrorAllowCondition, Place.Name(statement.ConditionNode));
        }

        if (statement.NotAction is { } notAction)
        {
            run.Report(Errors.ScpSyntaxErrorAllowNotaction, Place.Name(notAction.Member));
        }

        foreach (var resource in statement.Resources.Where(r => !r.IsStar))
        {
            run.Report(Errors.ScpSyntaxErrorAllowResource, Place.Value(resource.Value.Node));
        }
    }

    /// <summary>Actions RCPs can name (VA-194), and keys that should not stand alone (VA-424 to VA-426).</summary>
    public static void CheckResourceControl(LintRun run, StatementView statement)
    {
        foreach (var action in statement.Actions)
        {
            var isSupported = action.IsEverything
                ? !statement.IsDeny
                : RcpServices.Contains(action.Service, StringComparer.Ordinal) || run.Catalog.FindService(action.Service) is { Service.SupportsRcp: true };
            if (!isSupported)
            {
                run.Report(
                    Errors.RcpSyntaxErrorAction, Place.Value(action.Value.Node), ("action", action.Value.Text), ("services", Services(run)));
            }
        }

        if (!statement.IsDeny)
        {
            return;
        }

        foreach (var condition in statement.Conditions)
        {
            CheckCompanions(run, statement, condition);
        }
    }

    private static void CheckCompanions(LintRun run, StatementView statement, ConditionView condition)
    {
        var isOrganization = condition.IsKey("aws:SourceOrgID") || condition.IsKey("aws:SourceOrgPaths");
        if (condition.Operator.IsNegated && IsAboutPrincipal(condition) && !Says(statement, PrincipalIsService, "false"))
        {
            run.Report(
                Warnings.RcpMissingRelatedPrincipalConditionKey, Place.Name(condition.KeyNode), ("conditionKeyName", condition.Key));
        }

        if (!condition.IsNull && (isOrganization || condition.IsKey("aws:SourceAccount") || condition.IsKey("aws:SourceArn"))
            && !Says(statement, PrincipalIsService, "true"))
        {
            run.Report(
                Warnings.RcpMissingRelatedServicePrincipalConditionKey, Place.Name(condition.KeyNode), ("conditionKeyName", condition.Key));
        }

        if (condition.Operator.IsNegated && isOrganization && !IsPresent(statement, "aws:SourceAccount") && !IsPresent(statement, "aws:SourceArn"))
        {
            run.Report(
                Warnings.RcpMissingServiceConditionKeyNullCheck, Place.Name(condition.KeyNode), ("conditionKeyName", condition.Key));
        }
    }

    private static bool IsAboutPrincipal(ConditionView condition) =>
        condition.IsKey("aws:PrincipalOrgID") || condition.IsKey("aws:PrincipalOrgPaths") || condition.IsKey("aws:PrincipalAccount")
        || condition.IsKey("aws:PrincipalArn") || condition.IsOfFamily("aws:PrincipalTag");

    private static bool Says(StatementView statement, string key, string value) =>
        statement.ConditionsOn(key).Any(c => c.Comparison == Comparison.Bool && c.HasValue(value));

    private static bool IsPresent(StatementView statement, string key) =>
        statement.ConditionsOn(key).Any(c => c.IsNull && c.HasValue("false"));

    private static string Services(LintRun run) =>
        string.Join(", ", run.Catalog.Services.Where(s => s.SupportsRcp).Select(s => s.Name).Concat(RcpServices).Order(StringComparer.Ordinal).Distinct());

    /// <summary>Whether a wildcard stands anywhere but in the run that ends the name.</summary>
    private static bool HasInnerWildcard(string name) => name.TrimEnd('*', '?').AsSpan().ContainsAny('*', '?');
}

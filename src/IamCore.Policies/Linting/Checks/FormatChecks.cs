using System.Buffers;
using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Patterns;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Values of keys whose values have a known form: services, regions, VPCs, KMS keys (VA-117, VA-163, VA-167 to VA-169).</summary>
internal static class FormatChecks
{
    private static readonly SearchValues<char> Alphanumeric =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly ResourcePattern KmsKeys = ResourcePattern.TryParse("arn:*:kms:*:*:key/*", null)!;

    /// <param name="run">The validation.</param>
    /// <param name="condition">The condition, of the string or ARN family.</param>
    /// <param name="value">One value.</param>
    /// <param name="isOpen">Whether it holds a wildcard or a variable.</param>
    /// <param name="place">Where it stands.</param>
    public static void Check(LintRun run, ConditionView condition, TextNode value, bool isOpen, Place place)
    {
        switch (condition.Format)
        {
            case ConditionKeyFormat.ServicePrincipal when !isOpen:
                CheckService(run, condition, value, place);
                break;
            case ConditionKeyFormat.Region when !isOpen && run.Catalog.Regions.Count > 0 && !run.Catalog.Regions.Contains(value.Text):
                run.Report(Errors.InvalidRegion, place, ("region", value.Text)).With("suggestion", run.Suggest(value.Text, run.Catalog.Regions));
                break;
            case ConditionKeyFormat.KmsKeyArn when run.IsAws && IsDeclared(run, condition) && !IsKmsKey(run, condition, value):
                run.Report(Errors.InvalidKmsKeyValue, place, ("key", condition.Key), ("value", value.Text));
                break;
        }

        var isEquals = condition.Operator.Family == OperatorFamily.String && !condition.TakesWildcards;
        if (isEquals && !isOpen)
        {
            if (condition.IsKey("aws:SourceVpc") && !IsId(value.Text, "vpc-"))
            {
                run.Report(Errors.InvalidVpcFormat, place, ("value", value.Text));
            }
            else if (condition.IsKey("aws:SourceVpce") && !IsId(value.Text, "vpce-"))
            {
                run.Report(Errors.InvalidVpceFormat, place, ("value", value.Text));
            }
        }
    }

    private static void CheckService(LintRun run, ConditionView condition, TextNode value, Place place)
    {
        var isRegional = condition.IsKey("kms:ViaService");
        var isValid = isRegional ? ServicePrincipalForm.IsRegionalForm(value.Text) : ServicePrincipalForm.IsAwsForm(value.Text);
        if (!isValid && !run.Catalog.ServicePrincipals.Contains(value.Text))
        {
            run.Report(
                Errors.InvalidServicePrincipalFormat, place,
                ("principal", value.Text), ("expectedFormat", isRegional ? ServicePrincipalForm.ExpectedViaService : ServicePrincipalForm.Expected));
        }
    }

    /// <summary>Whether the catalog knows the key or the service it belongs to.</summary>
    private static bool IsDeclared(LintRun run, ConditionView condition) =>
        condition.Entry is not null || run.Catalog.FindService(condition.Key.AsSpan(0, condition.Key.IndexOf(':', StringComparison.Ordinal))) is not null;

    private static bool IsKmsKey(LintRun run, ConditionView condition, TextNode value)
    {
        if (value.Text == "*")
        {
            return true;
        }

        // Under operators without wildcards the value is one text; as a pattern it intersects where the text itself does.
        var pattern = ResourcePattern.TryParse(value.Text, run.Policy.UsesVariables ? new PatternSymbols() : null);
        return pattern is null
            ? condition.TakesWildcards && value.Text.StartsWith('*')
            : pattern.Intersects(KmsKeys, run.Budget);
    }

    private static bool IsId(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) && text.Length - prefix.Length is 8 or 17
        && !text.AsSpan(prefix.Length).ContainsAnyExcept(Alphanumeric);
}

using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Services that are let in without saying for whom they act (VA-522, VA-652).</summary>
internal static class SourceChecks
{
    /// <summary>The keys that bind a service to what it acts for (VA-028).</summary>
    private static readonly string[] SourceKeys = ["aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths"];

    public static void Check(LintRun run, StatementView statement)
    {
        if (!statement.IsAllow || statement.Principal is not { } principal || statement.Conditions.Any(IsAboutSource))
        {
            return;
        }

        foreach (var value in principal.Of(PrincipalEntryType.Service))
        {
            if (statement.Conditions.Count == 0)
            {
                run.Report(
                    SecurityWarnings.RestrictAccessToServicePrincipal, Place.Value(value.Node),
                    ("servicePrincipal", value.Text), ("keys", string.Join(", ", SourceKeys)));
            }
            else
            {
                var dot = value.Text.IndexOf('.', StringComparison.Ordinal);
                run.Report(
                    Suggestions.RecommendedConditionKeyForServicePrincipal, Place.Value(value.Node),
                    ("servicePrincipalPrefix", dot < 0 ? value.Text : value.Text[..dot]), ("key", SourceKeys[0]));
            }
        }
    }

    private static bool IsAboutSource(ConditionView condition) => SourceKeys.Any(condition.IsKey);
}

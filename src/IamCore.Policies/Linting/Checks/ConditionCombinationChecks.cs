using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Conditions of AWS services that mean little without another (VA-527, VA-528).</summary>
internal static class ConditionCombinationChecks
{
    public static void Check(LintRun run, StatementView statement)
    {
        if (!run.IsAws)
        {
            return;
        }

        foreach (var condition in statement.Conditions)
        {
            if (condition.IsKey("dynamodb:Attributes") && statement.IsAllow && !statement.Conditions.Any(SelectsAttributes))
            {
                run.Report(SecurityWarnings.DynamodbAttributesWithoutSelect, Place.Name(condition.KeyNode));
            }

            if (condition.IsKey("s3:prefix") && condition.Operator.Family == OperatorFamily.String
                && (condition.Operator.IsNegated ? statement.IsAllow : statement.IsDeny))
            {
                run.Report(SecurityWarnings.S3PrefixInNegativeContext, Place.Name(condition.KeyNode));
            }
        }
    }

    private static bool SelectsAttributes(ConditionView condition) =>
        condition.IsKey("dynamodb:Select") && condition.Operator is { Comparison: Comparison.StringEquals, Qualifier: SetQualifier.None }
        && condition.Element.Values is [{ Text: "SPECIFIC_ATTRIBUTES" }];
}

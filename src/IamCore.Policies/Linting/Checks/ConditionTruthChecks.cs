using System.Diagnostics;
using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Patterns;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Conditions whose values match everything, so that only the presence of the key counts, or nothing does (VA-660 to VA-665).</summary>
internal static class ConditionTruthChecks
{
    public static void Check(LintRun run, ConditionView condition)
    {
        if (!MatchesEverything(run, condition))
        {
            return;
        }

        var isPositive = !condition.Operator.IsNegated;
        var isAbsentTrue = IsTrueWhenAbsent(condition.Operator);
        var rule = (isPositive, isAbsentTrue) switch
        {
            (true, false) => Suggestions.EquivalentToNullFalse,
            (false, true) => Suggestions.EquivalentToNullTrue,
            (true, true) => Suggestions.RedundantKeyDueToWildcardInCondition,
            (false, false) => Suggestions.RedundantStatementDueToWildcardInCondition,
        };
        run.Report(
            rule, Place.Name(condition.KeyNode), ("key", condition.Key), ("operator", condition.OperatorName), ("recommendedKey", condition.Key));
    }

    /// <summary>The truth of a condition whose key is absent (PL-115, PL-116, PL-121).</summary>
    public static bool IsTrueWhenAbsent(ConditionOperator known) => known.Qualifier switch
    {
        SetQualifier.ForAllValues => true,
        SetQualifier.ForAnyValue => known.IfExists,
        _ => known.IfExists || known.IsNegated,
    };

    private static bool MatchesEverything(LintRun run, ConditionView condition)
    {
        switch (condition.Operator.Family)
        {
            case OperatorFamily.Ip:
                var blocks = condition.Values.Select(v => AddressBlock.TryParse(v.Text, out var b) ? b : default).Where(b => b.IsEverything).ToArray();
                return blocks.Any(b => b.IsV4) && blocks.Any(b => !b.IsV4);
            case OperatorFamily.Arn:
                // The value * matches every ARN, and nothing else: all there is where the key holds ARNs (PL-162).
                return (condition.Entry?.Types & (KeyTypes.Arn | KeyTypes.String | KeyTypes.Unknown)) == KeyTypes.Arn && condition.Values.Any(v => v.Text == "*");
            case OperatorFamily.String when condition.TakesWildcards:
                return HasUniversalGlob(run, condition);
            case OperatorFamily.String or OperatorFamily.Numeric or OperatorFamily.Date or OperatorFamily.Boolean or OperatorFamily.Binary or OperatorFamily.Presence:
                return false;
            default:
                throw new UnreachableException($"The family {condition.Operator.Family} has no check");
        }
    }

    private static bool HasUniversalGlob(LintRun run, ConditionView condition)
    {
        var hasStar = false;
        var hasQuestion = false;
        foreach (var value in condition.Values)
        {
            if (value.Text.Length > 0 && !value.Text.AsSpan().ContainsAnyExcept('*'))
            {
                return true;
            }

            hasStar |= value.Text.Contains('*', StringComparison.Ordinal);
            hasQuestion |= value.Text.Contains('?', StringComparison.Ordinal);
        }

        // Several together may match everything, as ?* and the empty text do.
        if (!hasStar || !hasQuestion)
        {
            return false;
        }

        var variables = run.Policy.UsesVariables ? new PatternSymbols() : null;
        GlobPattern[] patterns = [.. condition.Values.Select(v => GlobPattern.Parse(v.Text, variables: variables)).Where(p => !p.HasVariable)];
        return PatternAlgebra.IncludedInUnion(patterns, GlobPattern.Everything, run.Budget);
    }
}

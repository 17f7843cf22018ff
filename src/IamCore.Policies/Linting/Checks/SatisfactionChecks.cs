using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Patterns;
using IamCore.Policies.Parsing;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Proves of some statements that no request matches them (VA-706). Silence proves nothing.</summary>
internal static class SatisfactionChecks
{
    /// <summary>Why no request matches; null where that is not proven.</summary>
    public static string? FindContradiction(LintRun run, StatementView statement)
    {
        if (statement.Action?.IsEmptyList(run.Tree) == true)
        {
            return "Action is empty";
        }

        if (statement.Resource?.IsEmptyList(run.Tree) == true)
        {
            return "Resource is empty";
        }

        if (statement.Principal is { IsStar: false } principal && run.NamesPrincipals
            && principal.Types.All(t => t.Values.IsEmptyList(run.Tree)) && run.Tree[principal.Member].Count == principal.Types.Length
            && run.Tree[principal.Member].Kind == SourceKind.Object)
        {
            return "Principal is empty";
        }

        // Of one key there are at most as many conditions as there are operators.
        foreach (var a in statement.Conditions)
        {
            foreach (var b in statement.ConditionsOn(a.Key))
            {
                if (a != b && run.Budget.TryTake(a.Element.Values.Length + b.Element.Values.Length + 1L) && Contradict(run, a, b))
                {
                    return $"{a.OperatorName} and {b.OperatorName} on {a.Key} exclude one another";
                }
            }
        }

        return null;
    }

    private static bool Contradict(LintRun run, ConditionView a, ConditionView b)
    {
        if (!NeedsKey(b))
        {
            return false;
        }

        if (a is { IsNull: true, Operator.Qualifier: SetQualifier.None } && a.Element.Values.Length > 0
            && a.Element.Values.All(v => v.Text.Equals("true", StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        return NeedsKey(a) && a.Operator is { Qualifier: SetQualifier.None } && b.Operator is { Qualifier: SetQualifier.None }
            && IsText(a) && IsText(b) && a.KeyNode < b.KeyNode && !a.Values.Any(x => b.Values.Any(y => MayBothHold(run, a, x, b, y)));
    }

    /// <summary>Whether the condition holds only where the key is present and has a listed value.</summary>
    private static bool NeedsKey(ConditionView condition) =>
        condition.IsPositive && !condition.Operator.IfExists && condition.Operator.Qualifier != SetQualifier.ForAllValues
        && condition.Element.Values.Length > 0 && condition.Element.Values.All(v => !v.IsFaulty);

    private static bool IsText(ConditionView condition) => condition.Comparison is Comparison.StringEquals or Comparison.StringLike;

    private static bool MayBothHold(LintRun run, ConditionView a, TextNode x, ConditionView b, TextNode y) =>
        PatternAlgebra.Intersects(Pattern(run, a, x), Pattern(run, b, y), run.Budget);

    private static GlobPattern Pattern(LintRun run, ConditionView condition, TextNode value)
    {
        if (run.Policy.UsesVariables && VariableText.HasVariable(value.Text))
        {
            return GlobPattern.Everything;
        }

        return condition.TakesWildcards
            ? GlobPattern.Parse(value.Text)
            : GlobPattern.Of([.. value.Text.EnumerateRunes().Select(r => r.Value)]);
    }
}

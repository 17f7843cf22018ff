using System.Globalization;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;
using IamCore.Policies.Parsing;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Linting.Checks;

/// <summary>
/// Statements that another statement makes void: allows wholly inside a deny (VA-707), and statements inside one of the same effect (VA-708).
/// Proven element by element; silence proves nothing.
/// </summary>
internal static class CoverageChecks
{
    /// <param name="run">The validation.</param>
    /// <param name="statements">The statements, each only once (VA-642).</param>
    public static void Check(LintRun run, StatementView[] statements)
    {
        var conditions = statements.Select(s => ConditionsOf(run, s)).ToArray();
        for (var i = 0; i < statements.Length && !run.Budget.IsSpent; i++)
        {
            for (var j = 0; j < statements.Length && run.Budget.TryTake(8); j++)
            {
                if (i != j && TryReport(run, statements[i], conditions[i], statements[j], conditions[j]))
                {
                    break;
                }
            }
        }
    }

    private static bool TryReport(LintRun run, StatementView inner, string[]? innerConditions, StatementView outer, string[]? outerConditions)
    {
        var isShadow = inner.IsAllow && outer.IsDeny;
        var isSame = (inner.IsAllow && outer.IsAllow) || (inner.IsDeny && outer.IsDeny);
        if ((!isShadow && !isSame) || !Covers(run, outer, outerConditions, inner, innerConditions))
        {
            return false;
        }

        if (isSame && outer.Index > inner.Index && Covers(run, inner, innerConditions, outer, outerConditions))
        {
            return false; // of two that cover one another the later is reported
        }

        run.Report(
            isShadow ? OwnRules.ShadowedByDeny : OwnRules.CoveredByStatement, Place.Opening(inner.Node),
            ("statement", outer.Index.ToString(CultureInfo.InvariantCulture)));
        return true;
    }

    private static bool Covers(LintRun run, StatementView outer, string[]? outerConditions, StatementView inner, string[]? innerConditions) =>
        outerConditions is not null && innerConditions is not null
        && outerConditions.All(c => Array.BinarySearch(innerConditions, c, StringComparer.Ordinal) >= 0)
        && CoversPrincipal(run, outer, inner) && CoversActions(run, outer, inner) && CoversResources(run, outer, inner);

    private static bool CoversActions(LintRun run, StatementView outer, StatementView inner)
    {
        if (outer.Action is { } covering && inner.Action is { } covered)
        {
            return IsWhole(covering, outer.Actions.Length) && IsWhole(covered, inner.Actions.Length) && inner.Actions.Length > 0
                && inner.Actions.All(a => outer.Actions.Any(o => RedundancyChecks.Covers(o, a, run.Budget)));
        }

        return outer.NotAction is { } left && inner.NotAction is { } also && IsWhole(left, outer.NotActions.Length) && IsWhole(also, inner.NotActions.Length)
            && outer.NotActions.All(o => inner.NotActions.Any(a => RedundancyChecks.Covers(a, o, run.Budget)));
    }

    private static bool CoversResources(LintRun run, StatementView outer, StatementView inner)
    {
        if (outer.Resource is null && outer.NotResource is null)
        {
            return true;
        }

        if (outer.Resource is { } covering && inner.Resource is { } covered)
        {
            return IsWhole(covering, outer.Resources.Length) && IsWhole(covered, inner.Resources.Length) && inner.Resources.Length > 0
                && inner.Resources.All(r => outer.Resources.Any(o => o.Pattern.Includes(r.Pattern, run.Budget)));
        }

        // An entry whose variable has no value excludes nothing (PL-089), so that complements with variables are left alone.
        return outer.NotResource is { } left && inner.NotResource is { } also
            && IsWhole(left, outer.NotResources.Length) && IsWhole(also, inner.NotResources.Length)
            && !inner.NotResources.Any(r => VariableText.HasVariable(r.Value.Text))
            && outer.NotResources.All(o => inner.NotResources.Any(r => r.Pattern.Includes(o.Pattern, run.Budget)));
    }

    private static bool CoversPrincipal(LintRun run, StatementView outer, StatementView inner)
    {
        if (outer.Principal is null && outer.NotPrincipal is null)
        {
            return inner.Principal is null && inner.NotPrincipal is null;
        }

        if (outer.Principal is not { } covering)
        {
            return false;
        }

        return covering.IsEveryone || (inner.Principal is { IsStar: false } covered && Entries(run, covered) is { Length: > 0 } entries
            && Entries(run, covering).ToHashSet().IsSupersetOf(entries));
    }

    private static (PrincipalEntryType, string)[] Entries(LintRun run, PrincipalView principal) =>
        run.Budget.TryTake(principal.Types.Sum(t => t.Values.Values.Length) + 1L)
            ? [.. principal.Types.SelectMany(t => t.Values.Values.Select(v => (t.Type, v.Text)))] : [];

    private static bool IsWhole(ElementView element, int wellFormed) => element.Values.Length == wellFormed;

    /// <summary>The conditions in a form that can be compared, sorted; null where they are not fully understood.</summary>
    private static string[]? ConditionsOf(LintRun run, StatementView statement)
    {
        if (statement.ConditionNode < 0)
        {
            return [];
        }

        var written = 0;
        foreach (var child in run.Tree.ChildrenOf(statement.ConditionNode))
        {
            if (run.Tree[child].Kind != SourceKind.Object)
            {
                return null;
            }

            written += run.Tree[child].Count;
        }

        if (written != statement.Conditions.Count || statement.Conditions.Any(c => c.Element.Values.Any(v => v.IsFaulty)))
        {
            return null;
        }

        return
        [
            .. statement.Conditions.Select(c =>
                $"{c.Operator} {c.Key.ToLowerInvariant()} {string.Join('\n', c.Element.Values.Select(v => v.Text).Distinct().Order(StringComparer.Ordinal))}")
                .Order(StringComparer.Ordinal),
        ];
    }
}

using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Checks of several statements together.</summary>
internal static class PolicyChecks
{
    public static void Check(LintRun run)
    {
        var repeated = CheckRepeated(run);
        if (run.IsAdvice)
        {
            CoverageChecks.Check(run, [.. run.Policy.Statements.Where(s => !repeated.Contains(s))]);
            DependencyChecks.Check(run);
            EscalationChecks.Check(run);
        }
    }

    /// <summary>Statements equal after normalising; one finding per later one (VA-642). Tells the later ones.</summary>
    private static HashSet<StatementView> CheckRepeated(LintRun run)
    {
        var repeated = new HashSet<StatementView>();
        if (run.Policy.Statements.Count < 2)
        {
            return repeated;
        }

        var outlines = run.Policy.Statements.ConvertAll(StatementShape.Outline);
        var count = new Dictionary<StatementOutline, int>();
        foreach (var outline in outlines)
        {
            count[outline] = count.GetValueOrDefault(outline) + 1;
        }

        var seen = new Dictionary<UInt128, List<StatementView>>();
        foreach (var (statement, outline) in run.Policy.Statements.Zip(outlines))
        {
            if (count[outline] == 1)
            {
                continue;
            }

            var hash = StatementShape.Hash(run.Tree, statement);
            if (!seen.TryGetValue(hash, out var alike))
            {
                seen.Add(hash, [statement]);
            }
            else if (StatementShape.Canonical(run.Tree, statement) is var text && alike.Any(s => StatementShape.Canonical(run.Tree, s) == text))
            {
                run.Report(Suggestions.RedundantStatement, Place.Value(statement.Node));
                repeated.Add(statement);
            }
            else
            {
                alike.Add(statement);
            }
        }

        return repeated;
    }
}

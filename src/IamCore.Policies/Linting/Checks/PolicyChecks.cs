using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Checks of several statements together.</summary>
internal static class PolicyChecks
{
    public static void Check(LintRun run)
    {
        CheckRepeated(run);
        if (run.IsAdvice)
        {
            CoverageChecks.Check(run);
            DependencyChecks.Check(run);
            EscalationChecks.Check(run);
        }
    }

    /// <summary>Statements equal after normalising; one finding per later one (VA-642).</summary>
    private static void CheckRepeated(LintRun run)
    {
        if (run.Policy.Statements.Count < 2)
        {
            return;
        }

        var seen = new Dictionary<UInt128, List<StatementView>>();
        foreach (var statement in run.Policy.Statements)
        {
            var hash = StatementShape.Hash(run.Tree, statement);
            if (!seen.TryGetValue(hash, out var alike))
            {
                seen.Add(hash, [statement]);
            }
            else if (StatementShape.Canonical(run.Tree, statement) is var text && alike.Any(s => StatementShape.Canonical(run.Tree, s) == text))
            {
                run.Report(Suggestions.RedundantStatement, Place.Value(statement.Node));
            }
            else
            {
                alike.Add(statement);
            }
        }
    }
}

using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Actions that need others which the policy does not allow anywhere (VA-705).</summary>
internal static class DependencyChecks
{
    public static void Check(LintRun run)
    {
        var allows = run.Policy.Statements.Where(s => s.IsAllow).ToArray();
        foreach (var action in allows.SelectMany(s => s.Actions))
        {
            if (action.IsWild || run.Catalog.FindService(action.Service) is not { } service
                || !service.TryFindAction(action.Name, out var declared) || declared.DependentActions.Count == 0
                || !run.Budget.TryTake((long)allows.Length * declared.DependentActions.Count))
            {
                continue;
            }

            var missing = declared.DependentActions.Where(d => !allows.Any(s => Allows(s, d.ToLowerInvariant()))).ToArray();
            if (missing.Length > 0)
            {
                run.Report(
                    OwnRules.DependentActionMissing, Place.Value(action.Value.Node),
                    ("action", action.Value.Text), ("dependentActions", string.Join(", ", missing)));
            }
        }
    }

    private static bool Allows(StatementView statement, string action) =>
        statement.NotAction is not null ? !statement.NotActions.Any(a => a.Matches(action)) : statement.Actions.Any(a => a.Matches(action));
}

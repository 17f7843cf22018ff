using System.Globalization;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Patterns;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Entries whose language is included in that of one other entry of the same element (VA-640, VA-641).</summary>
internal static class RedundancyChecks
{
    public static void CheckActions(LintRun run, ActionView[] actions)
    {
        if (actions.Length < 2)
        {
            return;
        }

        var search = new CoverSearch([.. actions.Select(a => a.Lower)], (outer, inner) => Covers(actions[outer], actions[inner], run.Budget), run.Budget);
        Report(run, Suggestions.RedundantAction, "redundantAction", search.FindRedundant(), i => actions[i].Value);
    }

    public static void CheckResources(LintRun run, ResourceView[] resources)
    {
        if (resources.Length < 2)
        {
            return;
        }

        var search = new CoverSearch(
            [.. resources.Select(r => r.Value.Text)], (outer, inner) => resources[outer].Pattern.Includes(resources[inner].Pattern, run.Budget), run.Budget);
        Report(run, Suggestions.RedundantResource, "redundantResource", search.FindRedundant(), i => resources[i].Value);
    }

    /// <summary>Whether every action that one entry matches is matched by the other.</summary>
    public static bool Covers(ActionView outer, ActionView inner, WorkBudget budget)
    {
        if (outer.IsEverything || inner.IsEverything)
        {
            return outer.IsEverything;
        }

        return outer.Service == inner.Service
            && budget.TryTake(outer.Name.Length + inner.Name.Length)
            && (inner.IsWild ? PatternAlgebra.Includes(outer.Pattern, inner.Pattern, budget) : outer.Matches(inner.Lower));
    }

    private static void Report(LintRun run, FindingRule rule, string argument, List<int> redundant, Func<int, TextNode> value)
    {
        if (redundant.Count == 0)
        {
            return;
        }

        var draft = run.Report(
            rule, Place.Value(value(redundant[0]).Node),
            (argument + "Count", redundant.Count.ToString(CultureInfo.InvariantCulture)),
            (argument, string.Join(", ", redundant.Select(i => value(i).Text))));
        foreach (var index in redundant.Skip(1))
        {
            draft.And(Place.Value(value(index).Node));
        }
    }
}

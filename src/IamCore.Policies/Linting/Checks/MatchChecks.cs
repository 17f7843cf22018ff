using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Actions and resources of one statement that have nothing to do with one another (VA-702 to VA-704, VA-717).</summary>
internal static class MatchChecks
{
    public static void Check(LintRun run, StatementView statement)
    {
        if (statement.Resource is null || statement.Action is null || statement.Resources.Length == 0 || statement.Actions.Length == 0)
        {
            return;
        }

        if (statement.Resources.FirstOrDefault(r => r.IsStar) is { } star)
        {
            CheckStar(run, statement, star);
            return;
        }

        foreach (var action in statement.Actions)
        {
            if (action.IsWild || run.Catalog.FindService(action.Service) is not { } service || !service.TryFindAction(action.Name, out var declared))
            {
                continue;
            }

            if (declared.Resources.Count == 0)
            {
                run.Report(OwnRules.ActionNeedsStar, Place.Value(action.Value.Node), ("action", action.Value.Text));
            }
            else if (!statement.Resources.Any(r => IsUsed(run, service, declared, r)))
            {
                run.Report(
                    OwnRules.ActionResourceMismatch, Place.Value(action.Value.Node),
                    ("action", action.Value.Text), ("resources", string.Join(", ", declared.Resources)));
            }
        }

        CheckUnusedResources(run, statement);
    }

    /// <summary>VA-717.</summary>
    private static void CheckStar(LintRun run, StatementView statement, ResourceView star)
    {
        foreach (var action in statement.Actions)
        {
            if (action.IsWild || run.Catalog.FindService(action.Service) is not { } service
                || !service.TryFindAction(action.Name, out var declared) || declared.Resources.Count == 0)
            {
                return;
            }
        }

        run.Report(OwnRules.ResourceStarAvoidable, Place.Value(star.Value.Node));
    }

    /// <summary>VA-703: only where every action is known, so that one of them could have used the resource.</summary>
    private static void CheckUnusedResources(LintRun run, StatementView statement)
    {
        var known = new List<(ServiceEntry Service, CatalogAction Action)>();
        foreach (var action in statement.Actions)
        {
            if (action.IsEverything || run.Catalog.FindService(action.Service) is not { } service)
            {
                return;
            }

            var matched = service.MatchActions(action.Name).ToArray();
            if (matched.Length == 0)
            {
                return;
            }

            known.AddRange(matched.Select(m => (service, m)));
        }

        foreach (var resource in statement.Resources)
        {
            if (!known.Any(k => IsUsed(run, k.Service, k.Action, resource)))
            {
                run.Report(OwnRules.ResourceWithoutAction, Place.Value(resource.Value.Node), ("resource", resource.Value.Text));
            }
        }
    }

    private static bool IsUsed(LintRun run, ServiceEntry service, CatalogAction action, ResourceView resource)
    {
        foreach (var name in action.Resources)
        {
            if (service.FindResource(name) is not { } type || type.Formats.Length == 0
                || type.Formats.Any(f => ArnFormats.Intersects(f, resource.Pattern, run.Budget)))
            {
                return true;
            }
        }

        return false;
    }
}

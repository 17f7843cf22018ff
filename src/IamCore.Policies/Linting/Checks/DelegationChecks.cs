using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Patterns;
using IamCore.Policies.Linting.Rules;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Allows that let rights be handed on without limit: passing roles, service-linked roles, and what a catalog adds (VA-510).</summary>
internal static class DelegationChecks
{
    private static readonly GlobPattern RoleResources = GlobPattern.Parse("role/*");

    private static readonly Delegation PassRole = new(
        "iam:passrole", "iam:PassedToService", SecurityWarnings.PassRoleWithNotResource,
        SecurityWarnings.PassRoleWithStarInActionAndNotResource, SecurityWarnings.PassRoleWithNotActionAndNotResource,
        SecurityWarnings.PassRoleWithStarInResource, SecurityWarnings.PassRoleWithStarInActionAndResource,
        SecurityWarnings.PassRoleWithStarInResourceAndNotAction, "role/");

    private static readonly Delegation CreateServiceLinkedRole = new(
        "iam:createservicelinkedrole", "iam:AWSServiceName", Warnings.CreateSlrWithNotResource,
        Warnings.CreateSlrWithStarInActionAndNotResource, Warnings.CreateSlrWithNotActionAndNotResource,
        Warnings.CreateSlrWithStarInResource, Warnings.CreateSlrWithStarInActionAndResource,
        Warnings.CreateSlrWithStarInResourceAndNotAction, "role/aws-service-role/");

    public static void Check(LintRun run, StatementView statement)
    {
        if (!statement.IsAllow || run.Type is not (PolicyType.Identity or PolicyType.Session))
        {
            return;
        }

        Check(run, statement, PassRole, null);
        if (run.IsAws)
        {
            Check(run, statement, CreateServiceLinkedRole, null);
        }

        foreach (var service in run.Catalog.Services)
        {
            foreach (var declared in service.DelegationActions)
            {
                var delegation = PassRole with { Action = declared.Action.ToLowerInvariant(), GuardKey = declared.GuardKey };
                Check(run, statement, delegation, declared);
            }
        }
    }

    private static void Check(LintRun run, StatementView statement, Delegation delegation, DelegationAction? declared)
    {
        var exact = statement.Actions.FirstOrDefault(a => !a.IsWild && a.Lower == delegation.Action);
        var star = exact ?? statement.Actions.FirstOrDefault(a => a.IsWild && a.Matches(delegation.Action));
        var isLeftOut = statement.NotAction is not null && !statement.NotActions.Any(a => a.Matches(delegation.Action));
        if (star is null && !isLeftOut)
        {
            return;
        }

        Draft draft;
        var cause = star is null ? Place.Name(statement.NotAction!.Member) : Place.Value(star.Value.Node);
        if (statement.NotResource is { } notResource)
        {
            var rule = exact is not null ? delegation.NotResource : star is not null ? delegation.StarAndNotResource : delegation.NotActionAndNotResource;
            draft = run.Report(rule, cause).And(Place.Name(notResource.Member));
        }
        else if (statement.Resources.FirstOrDefault(r => IsBroad(r, declared is null ? delegation.Path : null)) is { } broad && !IsGuarded(statement, delegation.GuardKey))
        {
            var rule = exact is not null ? delegation.BroadResource : star is not null ? delegation.StarAndBroadResource : delegation.NotActionAndBroadResource;
            draft = run.Report(rule, cause, ("resource", broad.Value.Text)).And(Place.Value(broad.Value.Node));
        }
        else
        {
            return;
        }

        draft.With("action", star?.Value.Text);
        if (declared is not null)
        {
            draft.With("delegationAction", declared.Action).With("guardKey", declared.GuardKey);
            draft.Problem = "{delegationAction} is allowed on resources without limit, so that rights can be handed on to anyone.";
            draft.Repair = declared.GuardKey.Length > 0 ? "Name the resources, or add a condition on {guardKey}." : "Name the resources.";
        }
    }

    private static bool IsGuarded(StatementView statement, string key) =>
        statement.Conditions.Any(c => c.IsKey(key) && c.IsPositive && !c.Operator.IfExists);

    /// <summary>Whether nothing literal stands after the type of the resource.</summary>
    /// <param name="resource">The entry.</param>
    /// <param name="path">What may stand before the name of a role; null where the resources are no roles.</param>
    private static bool IsBroad(ResourceView resource, string? path)
    {
        if (resource.IsStar)
        {
            return true;
        }

        var text = resource.Resource;
        if (path is null)
        {
            return LiteralAfter(text, text.IndexOf('/', StringComparison.Ordinal) + 1) == 0;
        }

        if (resource.Service != "iam" || !PatternAlgebra.Intersects(resource.Pattern.Fields[^1], RoleResources, new WorkBudget(100_000)))
        {
            return false;
        }

        const string Type = "role/";
        return !text.StartsWith(Type, StringComparison.Ordinal)
            || LiteralAfter(text, text.StartsWith(path, StringComparison.Ordinal) ? path.Length : Type.Length) == 0;
    }

    /// <summary>Characters before the first wildcard or variable.</summary>
    private static int LiteralAfter(string text, int start)
    {
        var rest = text.AsSpan(start);
        var wildcard = rest.IndexOfAny('*', '?');
        var variable = rest.IndexOf(VariableText.Opening, StringComparison.Ordinal);
        var end = wildcard < 0 ? variable : variable < 0 ? wildcard : Math.Min(wildcard, variable);
        return end < 0 ? rest.Length + 1 : end;
    }

    /// <summary>An action that hands rights on, with its six rules.</summary>
    private sealed record Delegation(
        string Action, string GuardKey, FindingRule NotResource, FindingRule StarAndNotResource, FindingRule NotActionAndNotResource,
        FindingRule BroadResource, FindingRule StarAndBroadResource, FindingRule NotActionAndBroadResource, string Path);
}

using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>IamCore's own advice on single statements (VA-702 to VA-704, VA-706, VA-709 to VA-713, VA-715, VA-717, VA-718).</summary>
internal static class AdviceChecks
{
    private const string MfaKey = "aws:MultiFactorAuthPresent";

    /// <summary>Actions whose answer lets the caller act as somebody.</summary>
    private static readonly string[] CredentialActions =
    [
        "sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity", "sts:assumeroot", "sts:getfederationtoken", "sts:getsessiontoken",
        "iam:createaccesskey", "iam:createloginprofile", "iam:createservicespecificcredential", "iam:resetservicespecificcredential", "iam:updateaccesskey",
    ];

    public static void Check(LintRun run, StatementView statement)
    {
        CheckBreadth(run, statement);
        CheckConditions(run, statement);
        CheckCredentials(run, statement);
        MatchChecks.Check(run, statement);
        if (SatisfactionChecks.FindContradiction(run, statement) is { } reason)
        {
            run.Report(OwnRules.UnsatisfiableStatement, Place.Opening(statement.Node), ("reason", reason)); // VA-706
        }

        if (run.Type == PolicyType.Resource)
        {
            PublicAccessChecks.Check(run, statement);
        }
    }

    /// <summary>VA-710, VA-711.</summary>
    private static void CheckBreadth(LintRun run, StatementView statement)
    {
        if (!statement.IsAllow)
        {
            return;
        }

        if (run.Type == PolicyType.Identity && statement.ConditionNode < 0
            && statement.Actions.FirstOrDefault(a => a.IsEverything) is { } action && statement.Resources.FirstOrDefault(r => r.IsStar) is { } resource)
        {
            run.Report(OwnRules.FullAdmin, Place.Value(action.Value.Node)).And(Place.Value(resource.Value.Node));
        }

        if (run.Type is PolicyType.PermissionsBoundary or PolicyType.ServiceControl)
        {
            return;
        }

        if (statement.NotAction is { } notAction)
        {
            run.Report(OwnRules.AllowWithNotAction, Place.Name(notAction.Member));
        }

        if (statement.NotResource is { } notResource)
        {
            run.Report(OwnRules.AllowWithNotResource, Place.Name(notResource.Member));
        }
    }

    /// <summary>VA-712, VA-713, VA-718.</summary>
    private static void CheckConditions(LintRun run, StatementView statement)
    {
        foreach (var condition in statement.Conditions)
        {
            var known = condition.Operator;
            if (known.Comparison == Comparison.Bool && condition.IsKey(MfaKey)
                && ((statement.IsDeny && !known.IfExists && condition.HasValue("false")) || (statement.IsAllow && known.IfExists && condition.HasValue("true"))))
            {
                run.Report(
                    OwnRules.MfaNotEnforced, Place.Name(condition.OperatorNode),
                    ("operator", condition.OperatorName), ("recommended", statement.IsDeny ? "BoolIfExists" : "Bool"));
            }

            if (!statement.IsAllow)
            {
                continue;
            }

            var isGuarded = statement.ConditionsOn(condition.Key).Any(c =>
                (c.IsNull && c.HasValue("false")) || (c.Operator is { Qualifier: SetQualifier.ForAnyValue, IfExists: false } && !c.IsNull));
            if (known.Qualifier == SetQualifier.ForAllValues && !condition.IsNull && condition.Entry is { IsArray: true } && !isGuarded)
            {
                run.Report(OwnRules.ForallvaluesWithoutNullCheck, Place.Name(condition.KeyNode), ("key", condition.Key));
            }

            if (known is { IsNegated: true, IfExists: false, Qualifier: SetQualifier.None } && condition.Entry is { Key.IsAlwaysPresent: false }
                && !isGuarded && !NeedsKey(statement, condition.Key))
            {
                run.Report(
                    OwnRules.NegatedKeyMayBeAbsent, Place.Name(condition.KeyNode), ("key", condition.Key), ("operator", condition.OperatorName));
            }
        }
    }

    /// <summary>Whether the statement matches no request without the key: a positive condition asks for it too, or every value of one, or every
    /// resource, is put together from it; without the key these match nothing (PL-089, PL-179).</summary>
    private static bool NeedsKey(StatementView statement, string key)
    {
        var asking = statement.Conditions.Where(c => c.IsPositive && c.Operator is { IfExists: false, Qualifier: not SetQualifier.ForAllValues });
        if (statement.Variables is null)
        {
            return asking.Any(c => c.IsKey(key));
        }

        var variable = $"${{{key}}}";
        return asking.Any(c => c.IsKey(key) || (c.Operator.TakesVariables && All(c.Element.Values, variable)))
            || All(statement.Resources.Select(r => r.Value), variable);
    }

    private static bool All(IEnumerable<TextNode> texts, string variable)
    {
        var any = false;
        foreach (var text in texts)
        {
            any = true;
            if (!text.Text.Contains(variable, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return any;
    }

    /// <summary>VA-715.</summary>
    private static void CheckCredentials(LintRun run, StatementView statement)
    {
        if (!statement.IsAllow || !run.IsIdentityLike || !statement.Resources.Any(r => r.IsStar))
        {
            return;
        }

        foreach (var action in statement.Actions)
        {
            if (action.IsEverything)
            {
                continue; // VA-710 says it
            }

            var isExposed = CredentialActions.Any(action.Matches)
                || (run.Catalog.FindService(action.Service) is { } service && service.MatchActions(action.Name).Any(a => a.ReturnsCredentials));
            if (isExposed)
            {
                run.Report(OwnRules.CredentialsExposure, Place.Value(action.Value.Node), ("action", action.Value.Text));
            }
        }
    }
}

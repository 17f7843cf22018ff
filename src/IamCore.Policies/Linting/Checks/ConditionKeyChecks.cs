using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Condition keys: whether there are such, and whether the operator and the statement suit them.</summary>
internal static class ConditionKeyChecks
{
    private const string PrincipalArnAlias = "aws:ARN";

    public static void Check(LintRun run, StatementView statement, ConditionView condition)
    {
        var key = condition.Key;
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        if ((slash < 0 ? key : key.AsSpan(0, slash)).Contains(' '))
        {
            run.Report(Errors.InvalidConditionKeyFormat, Place.Name(condition.KeyNode), ("key", key)); // VA-147
            return;
        }

        CheckExists(run, condition);
        CheckType(run, condition);
        CheckFlags(run, statement, condition);
        CheckActions(run, statement, condition);
    }

    /// <summary>Whether the key is declared (VA-141, VA-144 to VA-146, VA-148, VA-407).</summary>
    private static void CheckExists(LintRun run, ConditionView condition)
    {
        var key = condition.Key;
        var place = Place.Name(condition.KeyNode);
        if (condition.IsKey(PrincipalArnAlias))
        {
            run.Report(
                run.Type is PolicyType.Resource or PolicyType.VpcEndpoint or PolicyType.Trust or PolicyType.ResourceControl
                    ? Errors.UnsupportedGlobalConditionKey : Warnings.DeprecatedGlobalConditionKey,
                place, ("key", key));
            return;
        }

        if (condition.Entry is not null)
        {
            return;
        }

        if (run.Catalog.IsBareStem(key))
        {
            run.Report(Errors.MissingTagKeyInCondition, place, ("conditionKeyName", key));
            return;
        }

        if (key.StartsWith(GlobalKeys.Prefix, StringComparison.OrdinalIgnoreCase))
        {
            run.Report(Errors.InvalidGlobalConditionKey, place, ("key", key)).With("suggestion", run.Suggest(key, GlobalNames(run)));
            return;
        }

        var prefix = key[..key.IndexOf(':', StringComparison.Ordinal)];
        if (prefix.AsSpan().ContainsAny('.', '/'))
        {
            return; // a key of an identity provider (VA-219)
        }

        if (run.Catalog.FindService(prefix) is { } service)
        {
            if (ActionChecks.IsChecked(run, service))
            {
                run.Report(Errors.InvalidServiceConditionKey, place, ("key", key), ("service", service.Service.Name))
                    .With("suggestion", run.Suggest(key, service.Keys.Names));
            }
        }
        else if (run.Options.CatalogMode == CatalogMode.Closed)
        {
            run.Report(Errors.InvalidService, place, ("service", prefix)).With("suggestion", run.Suggest(prefix, run.Catalog.ServicePrefixes));
        }
    }

    private static IEnumerable<string> GlobalNames(LintRun run) =>
        run.Catalog.KeyNames.Where(n => n.StartsWith(GlobalKeys.Prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether operator and qualifier suit the type (VA-160, VA-417, VA-501, VA-526).</summary>
    private static void CheckType(LintRun run, ConditionView condition)
    {
        if (condition.Entry is not { } entry || condition.IsNull)
        {
            return;
        }

        var qualifier = condition.Operator.Qualifier;
        if (entry.IsArray && qualifier == SetQualifier.None)
        {
            run.Report(Errors.MissingQualifier, Place.Name(condition.KeyNode), ("key", condition.Key));
        }

        if (entry.IsScalar && qualifier == SetQualifier.ForAllValues)
        {
            run.Report(SecurityWarnings.ForallvaluesWithSingleValuedKey, Place.Name(condition.KeyNode), ("key", condition.Key));
        }

        if (!OperatorTypes.Fits(condition.Operator.Family, entry.Types, condition.IsKey("aws:EpochTime")))
        {
            run.Report(
                Warnings.TypeMismatch, Place.Name(condition.OperatorNode),
                ("allowed", OperatorTypes.Allowed(entry.Types)), ("operator", condition.OperatorName), ("key", condition.Key));
        }
        else if ((entry.Types & (KeyTypes.Arn | KeyTypes.String | KeyTypes.Unknown)) == KeyTypes.Arn
            && condition is { Operator.Family: OperatorFamily.String, TakesWildcards: true })
        {
            run.Report(
                SecurityWarnings.StringLikeOperatorWithArnConditionKeys, Place.Name(condition.OperatorNode),
                ("allowed", "ArnEquals, ArnLike, ArnNotEquals, ArnNotLike, StringEquals, StringNotEquals"),
                ("operator", condition.OperatorName), ("key", condition.Key));
        }
    }

    /// <summary>What is said of the key itself (VA-427, VA-511, VA-525, VA-653).</summary>
    private static void CheckFlags(LintRun run, StatementView statement, ConditionView condition)
    {
        var place = Place.Name(condition.KeyNode);
        var irrelevantFor = (condition.Entry?.Key.IrrelevantFor).OrNone(condition.WellKnown?.Key.IrrelevantFor);
        if (run.Type == PolicyType.Resource && run.ResourceType is { } type && irrelevantFor.Contains(type, StringComparer.OrdinalIgnoreCase)
            && (condition.Entry is not null || run.Catalog.FindService(condition.Key.AsSpan(0, condition.Key.IndexOf(':', StringComparison.Ordinal))) is not null))
        {
            run.Report(Suggestions.IrrelevantConditionKeyInPolicy, place, ("condition-key", condition.Key), ("resource-type", type));
        }

        if (condition.Entry?.Key is not { } key)
        {
            return;
        }

        if (key.IsCallerControlled && statement.IsAllow && !condition.IsNull)
        {
            run.Report(SecurityWarnings.UntrustworthyConditionKey, place, ("key", condition.Key));
        }

        if (key.PairedWith.Count > 0 && statement.IsAllow && !key.PairedWith.Any(statement.HasKey))
        {
            run.Report(
                SecurityWarnings.MissingPairedConditionKeys, place,
                ("conditionKeyName", condition.Key), ("recommendedKeys", string.Join(", ", key.PairedWith)));
        }

        if (key.OnlyServices.Count > 0 && run.Budget.TryTake(statement.Actions.Length) && (statement.NotAction is not null
            || statement.Actions.Any(a => a.IsEverything || !key.OnlyServices.Contains(a.Service, StringComparer.OrdinalIgnoreCase))))
        {
            run.Report(Warnings.UseConditionKeyOnlyWithSupportedServices, place, ("key", condition.Key));
        }
    }

    /// <summary>Whether the actions of the statement have the key (VA-161, VA-162).</summary>
    private static void CheckActions(LintRun run, StatementView statement, ConditionView condition)
    {
        if (condition.Entry is not { } entry || !run.Budget.TryTake(statement.Actions.Length))
        {
            return;
        }

        if (entry.Key.RequiresActions.Count > 0 && statement.Action is not null
            && !entry.Key.RequiresActions.Any(needed => statement.Actions.Any(a => a.Matches(needed.ToLowerInvariant()))))
        {
            run.Report(
                Errors.MissingActionForConditionKey, Place.Name(condition.KeyNode),
                ("actionName", string.Join(", ", entry.Key.RequiresActions)), ("keyName", condition.Key));
        }

        // A condition that asks whether the key is there works for actions that lack it.
        if (condition.Operator.IfExists || condition.IsNull || condition.IsOfFamily("aws:ResourceTag"))
        {
            return;
        }

        var isGlobal = condition.Key.StartsWith(GlobalKeys.Prefix, StringComparison.OrdinalIgnoreCase);
        if (isGlobal && !condition.IsOfFamily("aws:RequestTag") && !condition.IsKey("aws:TagKeys"))
        {
            return;
        }

        var unsupported = new List<string>();
        foreach (var action in statement.Actions)
        {
            if (!action.IsWild && (isGlobal || condition.Key.AsSpan().StartsWith(action.Service + ":", StringComparison.OrdinalIgnoreCase))
                && run.Catalog.FindService(action.Service) is { } service && service.TryFindAction(action.Name, out var declared)
                && !KeySupport.IsSupported(service, declared, condition.Key))
            {
                unsupported.Add(action.Value.Text);
            }
        }

        if (unsupported.Count > 0)
        {
            run.Report(
                Errors.UnsupportedActionForConditionKey, Place.Name(condition.KeyNode),
                ("actions", string.Join(", ", unsupported)), ("key", condition.Key));
        }
    }

    private static ValueList<string> OrNone(this ValueList<string>? first, ValueList<string>? second) =>
        first is { Count: > 0 } ? first : second ?? [];
}

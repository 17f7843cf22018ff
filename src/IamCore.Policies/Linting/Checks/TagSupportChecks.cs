using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>
/// Conditions on <c>aws:ResourceTag/…</c> over actions whose resources have no such tags: the key is then absent, so that the condition does
/// not hold (VA-520, VA-521, VA-650, VA-651).
/// </summary>
internal sealed class TagSupportChecks(LintRun run)
{
    private const string Stem = "aws:ResourceTag";

    /// <summary>Whether an action pattern in lower case covers one without support.</summary>
    private readonly Dictionary<string, bool> _lacks = new(StringComparer.Ordinal);

    /// <summary>Costs at most the budget, since each of many conditions may look at each of many actions.</summary>
    public void Check(StatementView statement)
    {
        if (!statement.IsAllow && !statement.IsDeny)
        {
            return;
        }

        foreach (var condition in statement.Conditions)
        {
            if (!condition.IsOfFamily(Stem) || !condition.IsPositive || condition.Operator.IfExists || !run.Budget.TryTake(4L * statement.Actions.Length))
            {
                continue;
            }

            if (statement.NotAction is not null)
            {
                run.Report(
                    statement.IsDeny
                        ? SecurityWarnings.DenyNotactionWithUnsupportedTagConditionKeyForService
                        : Suggestions.AllowNotactionWithUnsupportedTagConditionKeyForService,
                    Place.Name(condition.KeyNode), ("conditionKeyName", condition.Key));
                continue;
            }

            var services = Lacking(statement, condition.Key);
            if (services.Count > 0)
            {
                run.Report(
                    statement.IsDeny
                        ? SecurityWarnings.DenyWithUnsupportedTagConditionKeyForService
                        : Suggestions.AllowWithUnsupportedTagConditionKeyForService,
                    Place.Name(condition.KeyNode), ("conditionKeyName", condition.Key), ("serviceNames", string.Join(", ", services)));
            }
        }
    }

    private SortedSet<string> Lacking(StatementView statement, string key)
    {
        var services = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var action in statement.Actions)
        {
            if (action.IsEverything)
            {
                foreach (var service in run.Catalog.Services)
                {
                    AddIfLacking(services, service.Name, "*", key);
                }
            }
            else
            {
                AddIfLacking(services, action.Service, action.Name, key);
            }
        }

        return services;
    }

    private void AddIfLacking(SortedSet<string> services, string prefix, string name, string key)
    {
        if (run.Catalog.FindService(prefix) is not { } service || services.Contains(service.Service.Name))
        {
            return;
        }

        // Keys of the family are supported alike unless a service declares single ones, so the stem stands for the key.
        var question = $"{prefix}:{name} {(HasSingleKeys(service) ? key : Stem)}";
        if (!_lacks.TryGetValue(question, out var lacks))
        {
            lacks = service.MatchActions(name).Any(a => !KeySupport.IsSupported(service, a, key));
            _lacks.Add(question, lacks);
        }

        if (lacks)
        {
            services.Add(service.Service.Name);
        }
    }

    private static bool HasSingleKeys(ServiceEntry service) =>
        service.Service.ConditionKeys.Any(k => k.Name.StartsWith(Stem + "/", StringComparison.OrdinalIgnoreCase) && KeyEntry.StemOf(k.Name) is null);
}

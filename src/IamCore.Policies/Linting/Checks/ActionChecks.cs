using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Linting.Model;
using IamCore.Policies.Linting.Rules;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Actions against the catalog and against one another.</summary>
internal sealed class ActionChecks(LintRun run)
{
    private static readonly string[] TrustActions =
    [
        "sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity", "sts:setsourceidentity", "sts:tagsession", "sts:setcontext",
    ];

    private readonly ResourceTypeEntry? _resourceType = run.IsResourceLike && run.ResourceType is { } type ? run.Catalog.FindResourceType(type) : null;

    /// <summary>Whether a pattern matches some declared action, by its text in lower case.</summary>
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    public void Check(StatementView statement)
    {
        foreach (var action in statement.Actions)
        {
            CheckKnown(action);
            CheckAccepted(action);
        }

        foreach (var action in statement.NotActions)
        {
            CheckKnown(action);
        }

        RedundancyChecks.CheckActions(run, statement.Actions);
        RedundancyChecks.CheckActions(run, statement.NotActions);
    }

    /// <summary>VA-142, VA-143.</summary>
    private void CheckKnown(ActionView action)
    {
        if (action.IsEverything)
        {
            return;
        }

        if (run.Catalog.FindService(action.Service) is not { } service)
        {
            if (run.Options.CatalogMode == CatalogMode.Closed && !(run.Type == PolicyType.Trust && TrustActions.Any(action.Matches)))
            {
                run.Report(Errors.InvalidServiceInAction, Place.Value(action.Value.Node), ("service", action.Service))
                    .With("suggestion", run.Suggest(action.Service, run.Catalog.ServicePrefixes));
            }

            return;
        }

        if (!IsChecked(run, service) || IsKnown(service, action))
        {
            return;
        }

        var meant = run.Suggest(action.Name, service.SortedActionNames.ToArray());
        run.Report(Errors.InvalidAction, Place.Value(action.Value.Node), ("action", action.Value.Text))
            .With("suggestion", meant is not null && service.TryFindAction(meant, out var declared) ? $"{service.Service.Name}:{declared.Name}" : null);
    }

    /// <summary>Whether what the service does not declare is a finding (VA-207).</summary>
    public static bool IsChecked(LintRun run, ServiceEntry service) =>
        (service.Service.Complete ?? true) || run.Options.CatalogMode == CatalogMode.Closed;

    private bool IsKnown(ServiceEntry service, ActionView action)
    {
        if (!action.IsWild)
        {
            return service.TryFindAction(action.Name, out _);
        }

        if (!_known.TryGetValue(action.Lower, out var isKnown))
        {
            isKnown = service.MatchActions(action.Name).Any();
            _known.Add(action.Lower, isKnown);
        }

        return isKnown;
    }

    /// <summary>VA-149.</summary>
    private void CheckAccepted(ActionView action)
    {
        if (action.IsWild)
        {
            return;
        }

        if (run.Type == PolicyType.Trust)
        {
            if (!TrustActions.Contains(action.Lower, StringComparer.Ordinal))
            {
                run.Report(
                    Errors.UnsupportedActionInPolicy, Place.Value(action.Value.Node),
                    ("action", action.Value.Text), ("resourceType", AwsResourceTypes.AssumeRolePolicyDocument));
            }
        }
        else if (_resourceType is not null && run.Catalog.FindService(action.Service) is { } service
            && !(service.TryFindAction(action.Name, out var declared) ? _resourceType.Accepts(service.Service.Name, declared) : !IsChecked(run, service)))
        {
            run.Report(
                Errors.UnsupportedActionInPolicy, Place.Value(action.Value.Node), ("action", action.Value.Text), ("resourceType", run.ResourceType!));
        }
    }
}

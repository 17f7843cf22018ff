using IamCore.Policies.Values;

namespace IamCore.Policies.Linting.Catalog;

/// <summary>A service of a catalog, ready to be asked: actions by name, keys by name, ARN formats as patterns (VA-211).</summary>
internal sealed class ServiceEntry
{
    private readonly Dictionary<string, CatalogAction> _actions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CatalogAction>.AlternateLookup<ReadOnlySpan<char>> _actionsBySpan;
    private readonly string[] _sortedNames;
    private readonly Dictionary<string, ResourceEntry> _resources = new(StringComparer.OrdinalIgnoreCase);

    public ServiceEntry(CatalogService service)
    {
        Service = service;
        foreach (var action in service.Actions)
        {
            _actions[action.Name] = action;
        }

        _actionsBySpan = _actions.GetAlternateLookup<ReadOnlySpan<char>>();
        _sortedNames = [.. _actions.Keys.Select(n => n.ToLowerInvariant()).Order(StringComparer.Ordinal)];
        foreach (var resource in service.Resources)
        {
            _resources[resource.Name] = new ResourceEntry(resource);
        }

        foreach (var key in service.ConditionKeys)
        {
            Keys.Add(new KeyEntry(key));
        }
    }

    /// <summary>What was declared.</summary>
    public CatalogService Service { get; }

    /// <summary>Keys declared by the service, those of other prefixes too.</summary>
    public KeyTable Keys { get; } = new();

    /// <summary>The resource types with their ARN formats.</summary>
    public IReadOnlyCollection<ResourceEntry> Resources => _resources.Values;

    /// <summary>The names of actions in lower case, in ordinal order.</summary>
    public ReadOnlySpan<string> SortedActionNames => _sortedNames;

    public bool TryFindAction(ReadOnlySpan<char> name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out CatalogAction? action) =>
        _actionsBySpan.TryGetValue(name, out action);

    public ResourceEntry? FindResource(string name) => _resources.GetValueOrDefault(name);

    /// <summary>The declared actions that a pattern in lower case matches, in ordinal order.</summary>
    public IEnumerable<CatalogAction> MatchActions(string namePattern)
    {
        if (!Glob.HasWildcard(namePattern))
        {
            if (_actions.TryGetValue(namePattern, out var action))
            {
                yield return action;
            }

            yield break;
        }

        var prefix = namePattern[..namePattern.AsSpan().IndexOfAny('*', '?')];
        var at = Array.BinarySearch(_sortedNames, prefix, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < _sortedNames.Length && _sortedNames[at].StartsWith(prefix, StringComparison.Ordinal); at++)
        {
            if (Glob.IsMatch(namePattern, _sortedNames[at]))
            {
                yield return _actions[_sortedNames[at]];
            }
        }
    }
}

using IamCore.Policies.Conditions;
using IamCore.Policies.Linting.Patterns;

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

/// <summary>A resource type with its ARN formats as patterns.</summary>
internal sealed class ResourceEntry
{
    public ResourceEntry(CatalogResource resource)
    {
        Resource = resource;
        Formats = [.. resource.ArnFormats.AsSpan().ToArray().Select(ArnFormat.TryParse).OfType<ArnFormat>()];
    }

    /// <summary>What was declared.</summary>
    public CatalogResource Resource { get; }

    /// <summary>The formats that are ARNs or <c>*</c>.</summary>
    public ArnFormat[] Formats { get; }
}

/// <summary>An ARN format of a catalog: six fields in which a placeholder stands for one or more characters (VA-205).</summary>
internal sealed class ArnFormat
{
    private ArnFormat(GlobPattern[] fields, string[] texts)
    {
        Fields = fields;
        Texts = texts;
    }

    /// <summary>The fields as globs; none for the format <c>*</c>.</summary>
    public GlobPattern[] Fields { get; }

    /// <summary>The fields as written.</summary>
    public string[] Texts { get; }

    /// <summary>Reads a format; null where it is none.</summary>
    public static ArnFormat? TryParse(string text)
    {
        if (text == "*")
        {
            return new ArnFormat([], []);
        }

        Span<Range> ranges = stackalloc Range[ArnPattern.Fields];
        if (!text.StartsWith("arn:", StringComparison.Ordinal) || ArnPattern.Split(text, ranges, skipVariables: true) != ArnPattern.Fields)
        {
            return null;
        }

        var fields = new GlobPattern[ArnPattern.Fields];
        var texts = new string[ArnPattern.Fields];
        for (var i = 0; i < ArnPattern.Fields; i++)
        {
            texts[i] = text[ranges[i]];
            fields[i] = Field(texts[i]);
        }

        return new ArnFormat(fields, texts);
    }

    private static GlobPattern Field(string text)
    {
        var symbols = new List<int>();
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (rest is ['$', '{', ..] && rest.IndexOf('}') is > 0 and var end)
            {
                symbols.Add(PatternSymbols.AnyOne);
                symbols.Add(PatternSymbols.AnyRun);
                rest = rest[(end + 1)..];
                continue;
            }

            _ = System.Text.Rune.DecodeFromUtf16(rest, out var rune, out var used);
            symbols.Add(rune.Value == '*' ? PatternSymbols.AnyRun : rune.Value);
            rest = rest[used..];
        }

        return GlobPattern.Of(symbols.ToArray());
    }
}

using IamCore.Policies.Requests;

namespace IamCore.Policies.Compilation;

/// <summary>
/// Statements of one effect by the service of the action (design §4). A statement that names several services stands under each; one for
/// all actions, or with <c>NotAction</c>, stands apart and is always looked at.
/// </summary>
internal sealed class StatementIndex : StatementSearch
{
    private readonly Partition? _everyService;
    private readonly string[] _services;
    private readonly Partition[] _partitions;
    private readonly HashIndex _byService;

    public StatementIndex(CompiledStatement[] statements)
    {
        var every = new List<CompiledStatement>();
        var services = new List<string>();
        var groups = new List<List<CompiledStatement>>();
        Dictionary<string, int>? numbers = null;
        foreach (var statement in statements)
        {
            if (statement.IsNotAction || NamesEveryService(statement))
            {
                every.Add(statement);
                continue;
            }

            for (var i = 0; i < statement.Actions.Count; i++)
            {
                var group = groups[NumberOf(statement.Actions[i].Service, services, groups, ref numbers)];
                if (group.Count == 0 || group[^1] != statement)
                {
                    group.Add(statement);
                }
            }
        }

        _services = [.. services];
        _everyService = every.Count == 0 ? null : new Partition([.. every], null);
        _partitions = new Partition[groups.Count];
        Span<int> hashes = groups.Count <= 32 ? stackalloc int[groups.Count] : new int[groups.Count];
        for (var i = 0; i < groups.Count; i++)
        {
            _partitions[i] = new Partition([.. groups[i]], _services[i]);
            hashes[i] = ActionName.HashOf(_services[i]);
        }

        _byService = new HashIndex(hashes);
    }

    public override MatchLevels Match(ref RequestWalk walk, MatchLevels stop)
    {
        var levels = _everyService is null ? MatchLevels.None : _everyService.Match(ref walk, stop);
        if ((levels & stop) != 0)
        {
            return levels;
        }

        ref readonly var action = ref walk.Request.ActionRef;
        for (var i = _byService.First(action.ServiceHash); i >= 0; i = _byService.Next(i))
        {
            if (action.Service.Equals(_services[i], StringComparison.OrdinalIgnoreCase))
            {
                return levels | _partitions[i].Match(ref walk, stop);
            }
        }

        return levels;
    }

    private static bool NamesEveryService(CompiledStatement statement)
    {
        for (var i = 0; i < statement.Actions.Count; i++)
        {
            if (statement.Actions[i].Kind == ActionEntryKind.All)
            {
                return true;
            }
        }

        return false;
    }

    private static int NumberOf(
        ReadOnlySpan<char> service, List<string> services, List<List<CompiledStatement>> groups, ref Dictionary<string, int>? numbers)
    {
        const int FewServices = 8;
        for (var i = 0; i < services.Count && i < FewServices; i++)
        {
            if (service.Equals(services[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        if (services.Count >= FewServices)
        {
            numbers ??= new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            if (numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(service, out var number))
            {
                return number;
            }

            numbers[service.ToString()] = services.Count;
        }

        services.Add(service.ToString());
        groups.Add([]);
        return services.Count - 1;
    }
}

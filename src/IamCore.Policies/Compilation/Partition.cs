using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Compilation;

/// <summary>
/// The statements for one service, or for every service. A few are tried one after the other; of more, the action is resolved once to the
/// classes of statements that name it, and the resource finds its candidates among those.
/// </summary>
internal sealed class Partition
{
    private const int StackWords = 64;

    private readonly OneOrMore<CompiledStatement> _few;
    private readonly SmallTable? _small;
    private readonly ActionTable? _actions;
    private readonly ResourceTable? _resources;

    /// <param name="statements">At least one.</param>
    /// <param name="service">The service; null for every service.</param>
    public Partition(CompiledStatement[] statements, string? service)
    {
        if (statements.Length <= StatementList.Few)
        {
            _few = new(statements);
            return;
        }

        _small = SmallTable.TryBuild(statements, service);
        if (_small is not null)
        {
            return;
        }

        _actions = new ActionTable(statements, service, out var classes);
        _resources = new ResourceTable(statements, classes);
    }

    public MatchLevels Match(ref RequestWalk walk, MatchLevels stop) => _small is not null ? _small.Match(ref walk, stop)
        : _actions is null ? StatementList.Match(in _few, ref walk, stop)
        : MatchIndexed(ref walk, stop);

    private MatchLevels MatchIndexed(ref RequestWalk walk, MatchLevels stop)
    {
        var words = _actions!.Words;
        Span<ulong> matched = words <= StackWords ? stackalloc ulong[words] : walk.Facts.Words(words);
        return _actions.TryResolve(in walk.Request.ActionRef, matched) ? _resources!.Match(ref walk, matched, stop) : MatchLevels.None;
    }
}

using System.Runtime.CompilerServices;
using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Compilation;

/// <summary>Statements of one effect. A few are tried one after the other, which no index beats; more have one.</summary>
internal readonly struct StatementList
{
    /// <summary>Up to this many statements are tried one after the other.</summary>
    public const int Few = 8;

    private readonly OneOrMore<CompiledStatement> _few;
    private readonly StatementSearch? _index;
    private readonly bool _isUnconditional;

    public StatementList(CompiledStatement[] statements)
    {
        _isUnconditional = Array.Exists(statements, s => s.IsUnconditional);
        if (statements.Length <= Few)
        {
            _few = new(statements);
        }
        else
        {
            _index = StatementSearch.Over(statements);
        }
    }

    /// <summary>The levels that matching statements reach, until one of <paramref name="stop"/> is among them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MatchLevels Match(ref RequestWalk walk, MatchLevels stop) => _isUnconditional ? MatchLevels.Direct
        : _index is not null ? _index.Match(ref walk, stop)
        : _few.Count == 0 ? MatchLevels.None : Match(in _few, ref walk, stop);

    /// <summary>Tries statements one after the other.</summary>
    public static MatchLevels Match(in OneOrMore<CompiledStatement> statements, ref RequestWalk walk, MatchLevels stop)
    {
        var levels = MatchLevels.None;
        for (var i = 0; i < statements.Count; i++)
        {
            levels |= statements[i].Match(ref walk);
            if ((levels & stop) != 0)
            {
                break;
            }
        }

        return levels;
    }
}

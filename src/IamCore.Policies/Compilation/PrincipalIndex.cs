using System.Runtime.InteropServices;
using IamCore.Policies.Requests;

namespace IamCore.Policies.Compilation;

/// <summary>Statements by the principals they name, found by the caller's keys; those that may match anyone are always looked at.</summary>
internal sealed class PrincipalIndex : StatementSearch
{
    private const int FewStatements = 16;

    private static readonly ContextKey UserIdKey = ContextKey.Of("aws:userid");

    private readonly StatementIndex? _anyone;
    private readonly Dictionary<string, StatementIndex> _byKey;
    private readonly bool _hasUniqueIds;

    public PrincipalIndex(CompiledStatement[] statements)
    {
        var anyone = new List<CompiledStatement>();
        var groups = new Dictionary<string, List<CompiledStatement>>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            if (statement.Principals is not { IsNegated: false } principals)
            {
                anyone.Add(statement);
                continue;
            }

            for (var i = 0; i < principals.Entries.Count; i++)
            {
                ref readonly var entry = ref principals.Entries[i];
                _hasUniqueIds |= entry.Kind == PrincipalPatternKind.UniqueId;
                ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, entry.Key, out _);
                group ??= [];
                if (group.Count == 0 || group[^1] != statement)
                {
                    group.Add(statement);
                }
            }
        }

        _byKey = groups.ToDictionary(g => g.Key, g => new StatementIndex([.. g.Value]), StringComparer.Ordinal);
        _anyone = anyone.Count == 0 ? null : new StatementIndex([.. anyone]);
    }

    /// <summary>Whether there are many statements, and some that name principals.</summary>
    public static bool Pays(CompiledStatement[] statements) =>
        statements.Length > FewStatements && Array.Exists(statements, s => s.Principals is { IsNegated: false });

    public override MatchLevels Match(ref RequestWalk walk, MatchLevels stop)
    {
        var levels = _anyone is null ? MatchLevels.None : _anyone.Match(ref walk, stop);
        if ((levels & stop) != 0)
        {
            return levels;
        }

        foreach (var key in walk.Request.Principal.MatchKeys)
        {
            if (_byKey.TryGetValue(key, out var index))
            {
                levels |= index.Match(ref walk, stop);
                if ((levels & stop) != 0)
                {
                    return levels;
                }
            }
        }

        return _hasUniqueIds ? levels | MatchUniqueId(ref walk, stop) : levels;
    }

    /// <summary>PL-055: the id as a whole, and what stands before its colon.</summary>
    private MatchLevels MatchUniqueId(ref RequestWalk walk, MatchLevels stop)
    {
        var fact = walk.Fact(UserIdKey);
        if (fact.Cardinality != Cardinality.Single)
        {
            return MatchLevels.None;
        }

        var lookup = _byKey.GetAlternateLookup<ReadOnlySpan<char>>();
        var levels = lookup.TryGetValue(fact.Text, out var whole) ? whole.Match(ref walk, stop) : MatchLevels.None;
        var colon = fact.Text.IndexOf(':');
        return colon >= 0 && lookup.TryGetValue(fact.Text[..colon], out var role) ? levels | role.Match(ref walk, stop) : levels;
    }
}

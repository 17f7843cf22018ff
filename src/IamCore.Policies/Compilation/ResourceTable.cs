using IamCore.Policies.Requests;

namespace IamCore.Policies.Compilation;

/// <summary>
/// The resource patterns of many statements: first by the fields before the resource, then by the literal prefix of the resource field.
/// What has no prefix to go by (<c>*</c>, <c>NotResource</c>, no element at all) is kept apart and always looked at.
/// </summary>
internal sealed class ResourceTable
{
    private const int FewHeads = 8;

    private readonly CandidateList _everywhere;
    private readonly Group[] _wild;
    private readonly Group[] _literal;
    private readonly HashIndex _byHead;

    public ResourceTable(CompiledStatement[] statements, int[] classes)
    {
        var everywhere = new List<Candidate>();
        var groups = new Dictionary<string, List<Candidate>>(StringComparer.Ordinal);
        var byHead = groups.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < statements.Length; i++)
        {
            var statement = statements[i];
            if (!statement.HasResourceEntries)
            {
                everywhere.Add(new Candidate(statement, statement.HasResourcePart ? Candidate.WholePart : Candidate.Everything, classes[i]));
                continue;
            }

            for (var e = 0; e < statement.Resources.Count; e++)
            {
                ref readonly var entry = ref statement.Resources[e];
                var candidate = new Candidate(statement, entry.IsEverything ? Candidate.Everything : e, classes[i]);
                if (entry.IsEverything)
                {
                    everywhere.Add(candidate);
                }
                else if (byHead.TryGetValue(entry.Head, out var group))
                {
                    group.Add(candidate);
                }
                else
                {
                    byHead[entry.Head] = [candidate];
                }
            }
        }

        _everywhere = new CandidateList(everywhere);
        var all = groups.Values.Select(g => new Group(g[0].Statement, g[0].Entry, new PrefixTrie(g))).ToArray();
        _literal = Array.FindAll(all, g => g.Head.HasLiteralHead);
        _wild = Array.FindAll(all, g => !g.Head.HasLiteralHead);
        _byHead = _literal.Length > FewHeads ? new HashIndex(Array.ConvertAll(_literal, g => ActionName.HashOf(g.Head.Head))) : default;
    }

    /// <summary>The levels that matching statements of the classes in <paramref name="matched"/> reach.</summary>
    public MatchLevels Match(ref RequestWalk walk, scoped ReadOnlySpan<ulong> matched, MatchLevels stop)
    {
        var levels = _everywhere.Match(ref walk, matched, default, stop);
        ref readonly var resource = ref walk.Request.ResourceRef;
        if (resource.IsNone || (levels & stop) != 0)
        {
            return levels;
        }

        ref readonly var arn = ref resource.ArnRef;
        levels |= _literal.Length > FewHeads ? MatchByHash(in arn, ref walk, matched, stop) : Match(_literal, in arn, ref walk, matched, stop);
        return (levels & stop) != 0 ? levels : levels | Match(_wild, in arn, ref walk, matched, stop);
    }

    private MatchLevels MatchByHash(in Arn arn, ref RequestWalk walk, scoped ReadOnlySpan<ulong> matched, MatchLevels stop)
    {
        for (var i = _byHead.First(ActionName.HashOf(arn.Head)); i >= 0; i = _byHead.Next(i))
        {
            if (_literal[i].Head.IsHeadMatch(in arn))
            {
                return _literal[i].Trie.Match(ref walk, matched, stop);
            }
        }

        return MatchLevels.None;
    }

    private static MatchLevels Match(
        Group[] groups, in Arn arn, ref RequestWalk walk, scoped ReadOnlySpan<ulong> matched, MatchLevels stop)
    {
        var levels = MatchLevels.None;
        foreach (ref readonly var group in groups.AsSpan())
        {
            if (!group.Head.IsHeadMatch(in arn))
            {
                continue;
            }

            levels |= group.Trie.Match(ref walk, matched, stop);
            if ((levels & stop) != 0)
            {
                break;
            }
        }

        return levels;
    }

    /// <summary>The entries with one head; the first of them stands for the head of all.</summary>
    private readonly record struct Group(CompiledStatement First, int Entry, PrefixTrie Trie)
    {
        public ref readonly ResourceEntry Head => ref First.Resources[Entry];
    }
}

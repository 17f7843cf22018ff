using IamCore.Policies.Evaluation;

namespace IamCore.Policies.Compilation;

/// <summary>
/// The resource patterns of many statements: first by the fields before the resource, then by the literal prefix of the resource field.
/// What has no prefix to go by (<c>*</c>, <c>NotResource</c>, no element at all) is kept apart and always looked at.
/// </summary>
internal sealed class ResourceTable
{
    private const int FewHeads = 8;

    private readonly CandidateList _everywhere;
    private readonly HeadPattern[] _wildHeads;
    private readonly PrefixTrie[] _wildTries;
    private readonly HeadPattern[] _heads;
    private readonly PrefixTrie[] _tries;
    private readonly HashIndex _byHead;

    public ResourceTable(CompiledStatement[] statements, int[] classes)
    {
        var everywhere = new List<Candidate>();
        var byHead = new Dictionary<string, (HeadPattern Head, List<Candidate> Candidates)>(StringComparer.Ordinal);
        for (var i = 0; i < statements.Length; i++)
        {
            var statement = statements[i];
            if (!statement.HasResourceEntries)
            {
                everywhere.Add(new Candidate(statement, null, classes[i]));
                continue;
            }

            foreach (var entry in statement.Resources)
            {
                if (entry.Head is null)
                {
                    everywhere.Add(new Candidate(statement, entry, classes[i]));
                    continue;
                }

                if (!byHead.TryGetValue(entry.Head.Text, out var group))
                {
                    byHead[entry.Head.Text] = group = (entry.Head, []);
                }

                group.Candidates.Add(new Candidate(statement, entry, classes[i]));
            }
        }

        _everywhere = new CandidateList(everywhere);
        var literal = byHead.Values.Where(h => h.Head.IsLiteral).ToArray();
        var wild = byHead.Values.Where(h => !h.Head.IsLiteral).ToArray();
        _heads = Array.ConvertAll(literal, h => h.Head);
        _tries = Array.ConvertAll(literal, h => new PrefixTrie(h.Candidates));
        _wildHeads = Array.ConvertAll(wild, h => h.Head);
        _wildTries = Array.ConvertAll(wild, h => new PrefixTrie(h.Candidates));
        _byHead = literal.Length > FewHeads ? new HashIndex(Array.ConvertAll(literal, h => ActionName.HashOf(h.Head.Text))) : default;
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
        if (_heads.Length > FewHeads)
        {
            var head = HeadPattern.Of(in arn);
            for (var i = _byHead.First(ActionName.HashOf(head)); i >= 0; i = _byHead.Next(i))
            {
                if (head.SequenceEqual(_heads[i].Text))
                {
                    levels |= _tries[i].Match(ref walk, matched, stop);
                    break;
                }
            }
        }
        else
        {
            levels |= Match(_heads, _tries, in arn, ref walk, matched, stop);
        }

        return (levels & stop) != 0 ? levels : levels | Match(_wildHeads, _wildTries, in arn, ref walk, matched, stop);
    }

    private static MatchLevels Match(
        HeadPattern[] heads, PrefixTrie[] tries, in Arn arn, ref RequestWalk walk, scoped ReadOnlySpan<ulong> matched, MatchLevels stop)
    {
        var levels = MatchLevels.None;
        for (var i = 0; i < heads.Length; i++)
        {
            if (!heads[i].IsMatch(in arn))
            {
                continue;
            }

            levels |= tries[i].Match(ref walk, matched, stop);
            if ((levels & stop) != 0)
            {
                break;
            }
        }

        return levels;
    }
}

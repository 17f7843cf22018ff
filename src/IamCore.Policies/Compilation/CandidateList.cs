using System.Numerics;
using IamCore.Policies.Requests;

namespace IamCore.Policies.Compilation;

/// <summary>
/// The candidates of one place, those of one action class together. A look goes over the classes of the request or over those of the place,
/// whichever are fewer. Within a class, many that differ by what one key must equal are found by its value.
/// </summary>
internal readonly struct CandidateList
{
    private const int FewGroups = 16;

    private readonly int[] _classes;
    private readonly int[] _ends;
    private readonly Candidate[] _candidates;
    private readonly EqualsIndex[][]? _byValue;

    public CandidateList(List<Candidate> candidates)
    {
        if (candidates.Count == 0)
        {
            _classes = _ends = [];
            _candidates = [];
            return;
        }

        if (candidates.Count > 1)
        {
            candidates.Sort(static (a, b) => a.Class - b.Class);
        }

        var classes = new List<int>(1);
        var ends = new List<int>(1);
        var asked = new List<Candidate>(candidates.Count);
        for (var start = 0; start < candidates.Count;)
        {
            var end = start + 1;
            while (end < candidates.Count && candidates[end].Class == candidates[start].Class)
            {
                end++;
            }

            var group = candidates[start..end];
            if (EqualsIndex.TakeFrom(group) is { Length: > 0 } indexes)
            {
                _byValue ??= new EqualsIndex[candidates.Count][];
                _byValue[classes.Count] = indexes;
            }

            classes.Add(candidates[start].Class);
            asked.AddRange(group);
            ends.Add(asked.Count);
            start = end;
        }

        _classes = [.. classes];
        _ends = [.. ends];
        _candidates = [.. asked];
        if (_byValue is not null)
        {
            Array.Resize(ref _byValue, _classes.Length);
        }
    }

    /// <summary>Tries the candidates whose class is in <paramref name="matched"/>.</summary>
    /// <param name="walk">The request.</param>
    /// <param name="matched">The classes that match the action.</param>
    /// <param name="rest">What follows the prefix that led here.</param>
    /// <param name="stop">The levels that end the search.</param>
    public MatchLevels Match(ref RequestWalk walk, scoped ReadOnlySpan<ulong> matched, scoped ReadOnlySpan<char> rest, MatchLevels stop)
    {
        if (_classes.Length > FewGroups && CountIsLess(matched, _classes.Length / FewGroups))
        {
            return MatchByRequest(ref walk, matched, rest, stop);
        }

        var levels = MatchLevels.None;
        for (var group = 0; group < _classes.Length; group++)
        {
            var number = _classes[group];
            if ((matched[number >> 6] & (1UL << number)) != 0)
            {
                levels |= MatchGroup(group, ref walk, rest, stop);
                if ((levels & stop) != 0)
                {
                    break;
                }
            }
        }

        return levels;
    }

    private static bool CountIsLess(scoped ReadOnlySpan<ulong> matched, int limit)
    {
        var count = 0;
        foreach (var word in matched)
        {
            count += BitOperations.PopCount(word);
            if (count >= limit)
            {
                return false;
            }
        }

        return true;
    }

    private MatchLevels MatchByRequest(ref RequestWalk walk, scoped ReadOnlySpan<ulong> matched, scoped ReadOnlySpan<char> rest, MatchLevels stop)
    {
        var levels = MatchLevels.None;
        for (var i = 0; i < matched.Length; i++)
        {
            for (var word = matched[i]; word != 0; word &= word - 1)
            {
                var group = Array.BinarySearch(_classes, (i << 6) + BitOperations.TrailingZeroCount(word));
                if (group < 0)
                {
                    continue;
                }

                levels |= MatchGroup(group, ref walk, rest, stop);
                if ((levels & stop) != 0)
                {
                    return levels;
                }
            }
        }

        return levels;
    }

    private MatchLevels MatchGroup(int group, ref RequestWalk walk, scoped ReadOnlySpan<char> rest, MatchLevels stop)
    {
        var levels = MatchLevels.None;
        for (var i = group == 0 ? 0 : _ends[group - 1]; i < _ends[group]; i++)
        {
            ref readonly var candidate = ref _candidates[i];
            if (candidate.Entry switch
            {
                Candidate.Everything => true,
                Candidate.WholePart => candidate.Statement.MatchesResource(ref walk),
                _ => candidate.Statement.Resources[candidate.Entry].IsTailMatch(rest, ref walk),
            })
            {
                levels |= candidate.Statement.MatchRest(ref walk);
                if ((levels & stop) != 0)
                {
                    return levels;
                }
            }
        }

        return _byValue is null ? levels : MatchByValue(_byValue[group], levels, ref walk, stop);
    }

    private static MatchLevels MatchByValue(EqualsIndex[]? indexes, MatchLevels levels, ref RequestWalk walk, MatchLevels stop)
    {
        foreach (var index in indexes ?? [])
        {
            levels |= index.Match(ref walk, stop);
            if ((levels & stop) != 0)
            {
                break;
            }
        }

        return levels;
    }
}

using System.Numerics;
using IamCore.Policies.Evaluation;

namespace IamCore.Policies.Compilation;

/// <summary>
/// The candidates of one place, those of one action class together. A look goes over the classes of the request or over those of the place,
/// whichever are fewer.
/// </summary>
internal readonly struct CandidateList
{
    private const int FewGroups = 16;

    private readonly int[] _classes;
    private readonly int[] _ends;
    private readonly Candidate[] _candidates;

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

        _candidates = [.. candidates];
        var groups = 1;
        for (var i = 1; i < _candidates.Length; i++)
        {
            groups += _candidates[i].Class != _candidates[i - 1].Class ? 1 : 0;
        }

        _classes = new int[groups];
        _ends = new int[groups];
        var group = 0;
        for (var i = 0; i < _candidates.Length; i++)
        {
            if (i > 0 && _candidates[i].Class != _candidates[i - 1].Class)
            {
                group++;
            }

            _classes[group] = _candidates[i].Class;
            _ends[group] = i + 1;
        }
    }

    /// <summary>Whether nothing stands here.</summary>
    public bool IsEmpty => _candidates.Length == 0;

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
                    break;
                }
            }
        }

        return levels;
    }
}

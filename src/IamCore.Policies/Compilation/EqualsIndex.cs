using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Compilation;

/// <summary>
/// Candidates whose resources match already and whose first condition says that one key equals one of some texts: found by the value that the
/// request has under the key, instead of asked one after the other.
/// </summary>
internal sealed class EqualsIndex
{
    /// <summary>Fewer are asked one after the other.</summary>
    public const int Least = 8;

    private readonly ContextKey _key;
    private readonly Candidate[] _candidates;
    private readonly Dictionary<string, OneOrMore<Candidate>> _byValue;

    private EqualsIndex(ContextKey key, List<Candidate> candidates)
    {
        _key = key;
        _candidates = [.. candidates];
        var byValue = new Dictionary<string, List<Candidate>>(StringComparer.Ordinal);
        foreach (ref readonly var candidate in _candidates.AsSpan())
        {
            foreach (var value in candidate.Statement.Conditions[0].EqualTexts)
            {
                if (!byValue.TryGetValue(value, out var sharing))
                {
                    byValue[value] = sharing = new List<Candidate>(1);
                }

                if (sharing.Count == 0 || sharing[^1] != candidate)
                {
                    sharing.Add(candidate);
                }
            }
        }

        _byValue = new Dictionary<string, OneOrMore<Candidate>>(byValue.Count, StringComparer.Ordinal);
        foreach (var (value, sharing) in byValue)
        {
            _byValue[value] = new([.. sharing]);
        }
    }

    /// <summary>Takes from the candidates of one place those that can be found by one of their conditions.</summary>
    /// <returns>An index for each key that enough of them ask about.</returns>
    public static EqualsIndex[] TakeFrom(List<Candidate> candidates)
    {
        if (candidates.Count < Least)
        {
            return [];
        }

        var byKey = new Dictionary<ContextKey, List<Candidate>>();
        foreach (var candidate in candidates)
        {
            if (KeyOf(in candidate) is { } key)
            {
                if (!byKey.TryGetValue(key, out var asking))
                {
                    byKey[key] = asking = [];
                }

                asking.Add(candidate);
            }
        }

        var large = byKey.Where(g => g.Value.Count >= Least).ToArray();
        if (large.Length > 0)
        {
            var taken = large.Select(g => g.Key).ToHashSet();
            candidates.RemoveAll(c => KeyOf(in c) is { } key && taken.Contains(key));
        }

        return Array.ConvertAll(large, g => new EqualsIndex(g.Key, g.Value));
    }

    /// <summary>Tries the candidates that the request's value leads to.</summary>
    public MatchLevels Match(ref RequestWalk walk, MatchLevels stop)
    {
        var fact = walk.Fact(_key);
        if (fact.IsAbsentOrEmpty)
        {
            return MatchLevels.None;
        }

        if (fact.Cardinality != Cardinality.Single)
        {
            return MatchAll(ref walk, stop); // PL-123: the conditions know what that means
        }

        return _byValue.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(fact.Text, out var found)
            ? Match(in found, ref walk, stop)
            : MatchLevels.None;
    }

    private MatchLevels MatchAll(ref RequestWalk walk, MatchLevels stop)
    {
        var levels = MatchLevels.None;
        for (var i = 0; i < _candidates.Length && (levels & stop) == 0; i++)
        {
            levels |= _candidates[i].Statement.MatchRest(ref walk);
        }

        return levels;
    }

    private static MatchLevels Match(in OneOrMore<Candidate> candidates, ref RequestWalk walk, MatchLevels stop)
    {
        var levels = MatchLevels.None;
        for (var i = 0; i < candidates.Count && (levels & stop) == 0; i++)
        {
            levels |= candidates[i].Statement.MatchRest(ref walk);
        }

        return levels;
    }

    /// <summary>The key whose value leads to the candidate. The condition must be the very next thing that is asked, so that no key is fetched which
    /// would not be needed otherwise.</summary>
    private static ContextKey? KeyOf(in Candidate candidate)
    {
        var statement = candidate.Statement;
        return statement is { Principals: null, Conditions.Count: > 0 }
            && (candidate.Entry == Candidate.Everything || (candidate.Entry >= 0 && statement.Resources[candidate.Entry].IsPrefix))
            && statement.Conditions[0].IsEqualText
            ? statement.Conditions[0].Key
            : null;
    }
}

using IamCore.Policies.Requests;

namespace IamCore.Policies.Compilation;

/// <summary>
/// Candidates by the literal prefix of their resource field: one walk down the request's resource finds all whose prefix it begins with.
/// A label is a run of characters without a fork; nodes, their first characters and labels are flat arrays.
/// </summary>
internal sealed class PrefixTrie
{
    private readonly Node[] _nodes;
    private readonly char[] _firsts;
    private readonly CandidateList[] _lists;

    public PrefixTrie(List<Candidate> candidates)
    {
        var nodes = new List<Node>();
        var firsts = new List<char>();
        var lists = new List<CandidateList>();
        var pending = new Queue<(int Node, Candidate[] Candidates, int Depth)>();
        nodes.Add(default);
        firsts.Add('\0');
        pending.Enqueue((0, [.. candidates], 0));
        while (pending.TryDequeue(out var work))
        {
            var label = CommonPrefix(work.Candidates, work.Depth);
            var depth = work.Depth + label.Length;
            var here = new List<Candidate>();
            var deeper = new List<Candidate>();
            foreach (var candidate in work.Candidates)
            {
                (candidate.Prefix.Length == depth ? here : deeper).Add(candidate);
            }

            deeper.Sort((a, b) => a.Prefix[depth] - b.Prefix[depth]);
            var list = -1;
            if (here.Count > 0)
            {
                list = lists.Count;
                lists.Add(new CandidateList(here));
            }

            var firstChild = nodes.Count;
            for (var start = 0; start < deeper.Count;)
            {
                var first = deeper[start].Prefix[depth];
                var end = start + 1;
                while (end < deeper.Count && deeper[end].Prefix[depth] == first)
                {
                    end++;
                }

                pending.Enqueue((nodes.Count, deeper[start..end].ToArray(), depth));
                nodes.Add(default);
                firsts.Add(first);
                start = end;
            }

            nodes[work.Node] = new Node(label, list, firstChild, nodes.Count - firstChild);
        }

        _nodes = [.. nodes];
        _firsts = [.. firsts];
        _lists = [.. lists];
    }

    /// <summary>Tries all candidates whose prefix the request's resource begins with.</summary>
    public MatchLevels Match(ref RequestWalk walk, scoped ReadOnlySpan<ulong> matched, MatchLevels stop)
    {
        var levels = MatchLevels.None;
        var text = walk.Request.ResourceRef.ArnRef.Resource;
        var index = 0;
        while (true)
        {
            ref readonly var node = ref _nodes[index];
            if (!text.StartsWith(node.Label.AsSpan()))
            {
                return levels;
            }

            text = text[node.Label.Length..];
            if (node.List >= 0)
            {
                levels |= _lists[node.List].Match(ref walk, matched, text, stop);
                if ((levels & stop) != 0)
                {
                    return levels;
                }
            }

            if (text.IsEmpty || node.Children == 0)
            {
                return levels;
            }

            var child = _firsts.AsSpan(node.FirstChild, node.Children).IndexOf(text[0]);
            if (child < 0)
            {
                return levels;
            }

            index = node.FirstChild + child;
        }
    }

    private static string CommonPrefix(Candidate[] candidates, int depth)
    {
        var common = candidates[0].Prefix[depth..];
        foreach (var candidate in candidates)
        {
            common = common[..common.CommonPrefixLength(candidate.Prefix[depth..])];
        }

        return common.ToString();
    }

    /// <param name="Label">The characters from the parent to here; the root's may be empty.</param>
    /// <param name="List">Index of the candidates whose prefix ends here, or -1.</param>
    /// <param name="FirstChild">Index of the first child; children stand together.</param>
    /// <param name="Children">Number of children.</param>
    private readonly record struct Node(string Label, int List, int FirstChild, int Children);
}

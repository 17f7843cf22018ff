using IamCore.Policies.Parsing;

namespace IamCore.Policies.Validation;

/// <summary>Finds members named twice in one object, by ordinal equality (VA-021).</summary>
internal static class DuplicateNames
{
    /// <summary>Objects up to this size are compared pair by pair.</summary>
    private const int Small = 12;

    /// <summary>The second of two members of one name that comes first in the document, or -1.</summary>
    public static int FindFirst(SourceTree tree)
    {
        var first = -1;
        for (var node = 0; node < tree.Count; node++)
        {
            if (tree[node].Kind == SourceKind.Object && tree[node].Count > 1)
            {
                var second = tree[node].Count <= Small ? FindSmall(tree, node) : FindLarge(tree, node);
                if (second >= 0 && (first < 0 || tree[second].NameStart < tree[first].NameStart))
                {
                    first = second;
                }
            }
        }

        return first;
    }

    private static int FindSmall(SourceTree tree, int node)
    {
        Span<int> seen = stackalloc int[Small];
        var count = 0;
        foreach (var child in tree.ChildrenOf(node))
        {
            foreach (var earlier in seen[..count])
            {
                if (tree.HaveEqualNames(earlier, child))
                {
                    return child;
                }
            }

            seen[count++] = child;
        }

        return -1;
    }

    private static int FindLarge(SourceTree tree, int node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in tree.ChildrenOf(node))
        {
            if (!seen.Add(tree.NameOf(child)))
            {
                return child;
            }
        }

        return -1;
    }
}

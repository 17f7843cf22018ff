namespace IamCore.Policies.Parsing;

/// <summary>JSON paths of nodes, in the form of VA-013.</summary>
internal static class SourcePath
{
    /// <summary>The path of a node.</summary>
    public static string Of(SourceTree tree, int node)
    {
        Span<int> chain = stackalloc int[SourceTree.MaxDepth + 1];
        var path = JsonPath.Root;
        for (var depth = Chain(tree, node, chain) - 1; depth >= 0; depth--)
        {
            ref readonly var step = ref tree[chain[depth]];
            path = step.NameStart < 0 ? JsonPath.Item(path, step.Ordinal) : JsonPath.Member(path, tree.NameOf(chain[depth]));
        }

        return path;
    }

    /// <summary>The nodes from this one up to a child of the document, innermost first; their number.</summary>
    public static int Chain(SourceTree tree, int node, Span<int> chain)
    {
        var count = 0;
        for (; tree[node].Parent >= 0; node = tree[node].Parent)
        {
            chain[count++] = node;
        }

        return count;
    }
}

using System.Text;
using IamCore.Policies.Parsing;

namespace IamCore.Policies.Linting.Catalog;

/// <summary>One value of a catalog document; asking a value that is absent or of another shape gives nothing.</summary>
internal readonly struct CatalogNode(CatalogReader reader, SourceTree tree, int node)
{
    /// <summary>The number of the node, -1 where it is absent.</summary>
    public int Node { get; } = node;

    public bool Exists => Node >= 0;

    /// <summary>The name of a member.</summary>
    public string Name => tree.NameOf(Node);

    public bool Has(ReadOnlySpan<byte> name) => Find(name) >= 0;

    public CatalogNode Child(string name) => new(reader, tree, Find(Encoding.UTF8.GetBytes(name)));

    public string? Text(ReadOnlySpan<byte> name) => Find(name) is >= 0 and var child && Is(child, SourceKind.String) ? tree.TextOf(child) : null;

    public bool? Flag(ReadOnlySpan<byte> name) => Find(name) is >= 0 and var child ? new CatalogNode(reader, tree, child).AsFlag() : null;

    public int? Number(ReadOnlySpan<byte> name) =>
        Find(name) is >= 0 and var child && Is(child, SourceKind.Number)
        && int.TryParse(tree.TextOf(child), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value : null;

    public ValueList<string> Texts(ReadOnlySpan<byte> name) => Find(name) is >= 0 and var child ? new CatalogNode(reader, tree, child).AsTexts() : [];

    /// <summary>The objects in a list.</summary>
    public IReadOnlyList<CatalogNode> Objects(ReadOnlySpan<byte> name)
    {
        var found = new List<CatalogNode>();
        if (Find(name) is >= 0 and var list && Is(list, SourceKind.Array))
        {
            foreach (var child in tree.ChildrenOf(list))
            {
                if (Is(child, SourceKind.Object))
                {
                    found.Add(new CatalogNode(reader, tree, child));
                }
            }
        }

        return found;
    }

    /// <summary>The members of an object.</summary>
    public IReadOnlyList<CatalogNode> Members()
    {
        var found = new List<CatalogNode>();
        if (Exists && tree[Node].Kind == SourceKind.Object)
        {
            foreach (var child in tree.ChildrenOf(Node))
            {
                found.Add(new CatalogNode(reader, tree, child));
            }
        }

        return found;
    }

    public bool? AsFlag() => !Exists ? null : tree[Node].Kind switch { SourceKind.True => true, SourceKind.False => false, _ => null };

    public ValueList<string> AsTexts()
    {
        if (!Is(Node, SourceKind.Array))
        {
            return [];
        }

        var texts = new List<string>();
        foreach (var child in tree.ChildrenOf(Node))
        {
            if (Is(child, SourceKind.String))
            {
                texts.Add(tree.TextOf(child));
            }
        }

        return [.. texts];
    }

    private int Find(ReadOnlySpan<byte> name) => Exists && tree[Node].Kind == SourceKind.Object ? tree.Find(Node, name) : -1;

    private bool Is(int child, SourceKind kind)
    {
        if (tree[child].Kind == kind)
        {
            return true;
        }

        reader.Note("CAT_BAD_MEMBER", CatalogSeverity.Warning, $"A value of kind {kind} is expected here; the member is left out", child);
        return false;
    }
}

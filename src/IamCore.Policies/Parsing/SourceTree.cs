using System.Text;
using System.Text.Json;

namespace IamCore.Policies.Parsing;

/// <summary>
/// A JSON text as a tree with exact places, in one array in document order: a node's children follow it. Made for what asks where things
/// stand (linting, catalogs); decoding of text waits until it is asked for.
/// </summary>
internal sealed partial class SourceTree
{
    /// <summary>Objects and arrays nest at most this deep, the document itself being the first (PL-008).</summary>
    public const int MaxDepth = 32;

    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly SourceNode[] _nodes;

    private SourceTree(ReadOnlyMemory<byte> utf8, SourceNode[] nodes, int count)
    {
        _utf8 = utf8;
        _nodes = nodes;
        Count = count;
    }

    /// <summary>Number of nodes; node 0 is the document.</summary>
    public int Count { get; }

    /// <summary>The text.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8.Span;

    /// <summary>The node of this number.</summary>
    public ref readonly SourceNode this[int node] => ref _nodes[node];

    /// <summary>Reads a text without a byte order mark.</summary>
    /// <param name="utf8">The text; the tree keeps it.</param>
    /// <param name="tree">The tree; null on failure.</param>
    /// <param name="errorOffset">On failure the byte at which reading stopped.</param>
    /// <param name="error">On failure what is wrong, for people.</param>
    public static bool TryRead(
        ReadOnlyMemory<byte> utf8, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out SourceTree? tree, out int errorOffset, out string error)
    {
        tree = null;
        var builder = new Builder(utf8);
        try
        {
            builder.Read();
            tree = new SourceTree(utf8, builder.Nodes, builder.Count);
            errorOffset = 0;
            error = "";
            return true;
        }
        catch (JsonException e)
        {
            errorOffset = OffsetOf(utf8.Span, e.LineNumber ?? 0, e.BytePositionInLine ?? 0);
            error = Shorten(e.Message);
            return false;
        }
    }

    /// <summary>The children of a node in document order.</summary>
    public Children ChildrenOf(int node) => new(this, node);

    /// <summary>The text of a string; of another value its JSON text as written.</summary>
    public string TextOf(int node)
    {
        ref readonly var n = ref _nodes[node];
        return n.Kind == SourceKind.String ? Decode(n.Start, n.End, n.IsEscaped) : Encoding.UTF8.GetString(Utf8[n.Start..n.End]);
    }

    /// <summary>The decoded name of a member.</summary>
    public string NameOf(int node)
    {
        ref readonly var n = ref _nodes[node];
        return n.NameStart < 0 ? "" : Decode(n.NameStart, n.NameEnd, n.IsNameEscaped);
    }

    /// <summary>Whether a member has this name, which must be ASCII.</summary>
    public bool IsNamed(int node, ReadOnlySpan<byte> name)
    {
        ref readonly var n = ref _nodes[node];
        if (n.NameStart < 0)
        {
            return false;
        }

        return n.IsNameEscaped
            ? NameOf(node) == Encoding.UTF8.GetString(name)
            : Utf8[(n.NameStart + 1)..(n.NameEnd - 1)].SequenceEqual(name);
    }

    /// <summary>The last member of an object with this name, or -1.</summary>
    public int Find(int node, ReadOnlySpan<byte> name)
    {
        var found = -1;
        foreach (var child in ChildrenOf(node))
        {
            found = IsNamed(child, name) ? child : found;
        }

        return found;
    }

    /// <summary>Whether the bytes of the names are equal, or their decoded texts are.</summary>
    public bool HaveEqualNames(int a, int b)
    {
        ref readonly var x = ref _nodes[a];
        ref readonly var y = ref _nodes[b];
        return x.IsNameEscaped || y.IsNameEscaped
            ? NameOf(a) == NameOf(b)
            : Utf8[x.NameStart..x.NameEnd].SequenceEqual(Utf8[y.NameStart..y.NameEnd]);
    }

    private static string Shorten(string message)
    {
        var end = message.IndexOf(" LineNumber", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.', ' ');
    }

    private static int OffsetOf(ReadOnlySpan<byte> utf8, long line, long column)
    {
        var offset = 0;
        for (var i = 0L; i < line; i++)
        {
            offset += utf8[offset..].IndexOf((byte)'\n') + 1;
        }

        return (int)Math.Min(offset + column, utf8.Length);
    }

    private string Decode(int start, int end, bool isEscaped)
    {
        var inner = Utf8[(start + 1)..(end - 1)];
        if (!isEscaped)
        {
            return Encoding.UTF8.GetString(inner);
        }

        var reader = new Utf8JsonReader(Utf8[start..end]);
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>Enumerates the children of one node.</summary>
    internal struct Children(SourceTree tree, int node)
    {
        private readonly int _end = tree._nodes[node].Next;
        private int _next = node + 1;

        public int Current { get; private set; } = -1;

        public readonly Children GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next >= _end)
            {
                return false;
            }

            Current = _next;
            _next = tree._nodes[_next].Next;
            return true;
        }
    }
}

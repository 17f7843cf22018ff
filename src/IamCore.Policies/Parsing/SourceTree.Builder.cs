using System.Text.Json;

namespace IamCore.Policies.Parsing;

internal sealed partial class SourceTree
{
    /// <summary>Fills the array of nodes in one pass.</summary>
    private ref struct Builder
    {
        private readonly ReadOnlySpan<byte> _utf8;
        private Utf8JsonReader _reader;
        private int _parent;

        public Builder(ReadOnlyMemory<byte> utf8)
        {
            _utf8 = utf8.Span;
            _reader = new Utf8JsonReader(_utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
            Nodes = new SourceNode[Math.Max(16, utf8.Length / 24)];
            _parent = -1;
        }

        public SourceNode[] Nodes { get; private set; }

        public int Count { get; private set; }

        public void Read()
        {
            int nameStart = -1, nameEnd = -1;
            var isNameEscaped = false;
            while (_reader.Read())
            {
                var start = (int)_reader.TokenStartIndex;
                var end = (int)_reader.BytesConsumed;
                switch (_reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        nameStart = start;
                        nameEnd = start + _reader.ValueSpan.Length + 2;
                        isNameEscaped = _reader.ValueIsEscaped;
                        if (isNameEscaped)
                        {
                            CheckSurrogates();
                        }

                        continue;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        Nodes[_parent].End = end;
                        Nodes[_parent].Next = Count;
                        _parent = Nodes[_parent].Parent;
                        continue;
                }

                Add(start, end, nameStart, nameEnd, isNameEscaped);
                nameStart = -1;
            }
        }

        private void Add(int start, int end, int nameStart, int nameEnd, bool isNameEscaped)
        {
            if (Count == Nodes.Length)
            {
                var larger = new SourceNode[Nodes.Length * 2];
                Nodes.CopyTo(larger.AsSpan());
                Nodes = larger;
            }

            var kind = KindOf(_reader.TokenType);
            if (kind == SourceKind.String && _reader.ValueIsEscaped)
            {
                CheckSurrogates();
            }

            ref var node = ref Nodes[Count];
            node.Kind = kind;
            node.IsEscaped = kind == SourceKind.String && _reader.ValueIsEscaped;
            node.IsNameEscaped = nameStart >= 0 && isNameEscaped;
            node.Start = start;
            node.End = end;
            node.NameStart = nameStart;
            node.NameEnd = nameStart < 0 ? -1 : nameEnd;
            node.Parent = _parent;
            node.Next = Count + 1;
            if (_parent >= 0)
            {
                node.Ordinal = Nodes[_parent].Count++;
            }

            if (kind is SourceKind.Object or SourceKind.Array)
            {
                _parent = Count;
            }

            Count++;
        }

        /// <summary>A lone surrogate is not text (PL-007); the reader finds it only when it decodes.</summary>
        private readonly void CheckSurrogates()
        {
            try
            {
                _ = _reader.GetString();
            }
            catch (InvalidOperationException e)
            {
                var before = _utf8[..(int)_reader.TokenStartIndex];
                var lastBreak = before.LastIndexOf((byte)'\n');
                throw new JsonException("The string holds an unpaired surrogate", null, before.Count((byte)'\n'), before.Length - lastBreak - 1, e);
            }
        }

        private static SourceKind KindOf(JsonTokenType token) => token switch
        {
            JsonTokenType.StartObject => SourceKind.Object,
            JsonTokenType.StartArray => SourceKind.Array,
            JsonTokenType.String => SourceKind.String,
            JsonTokenType.Number => SourceKind.Number,
            JsonTokenType.True => SourceKind.True,
            JsonTokenType.False => SourceKind.False,
            _ => SourceKind.Null,
        };
    }
}

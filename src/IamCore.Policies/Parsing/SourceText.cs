using System.Text;

namespace IamCore.Policies.Parsing;

/// <summary>
/// Converts between bytes of a UTF-8 text and places as people and tools count them (PL-019): UTF-16 code units, lines that end at
/// <c>\n</c>, <c>\r\n</c> or a lone <c>\r</c>. Costs one pass over the text when made, and little after.
/// </summary>
internal sealed class SourceText
{
    private const int Stride = 256;

    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly List<int> _lineStarts = [0];
    private readonly int[]? _unitsAtStride;

    public SourceText(ReadOnlyMemory<byte> utf8)
    {
        _utf8 = utf8;
        var text = utf8.Span;
        for (var at = 0; at < text.Length;)
        {
            var length = text[at..].IndexOfAny((byte)'\r', (byte)'\n');
            if (length < 0)
            {
                break;
            }

            at += length + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n')
            {
                at++;
            }

            _lineStarts.Add(at);
        }

        if (!Ascii.IsValid(text))
        {
            _unitsAtStride = new int[(text.Length / Stride) + 1];
            for (var i = 1; i < _unitsAtStride.Length; i++)
            {
                _unitsAtStride[i] = _unitsAtStride[i - 1] + Units(text.Slice((i - 1) * Stride, Stride));
            }
        }
    }

    /// <summary>Number of lines; a break at the end starts one more.</summary>
    public int LineCount => _lineStarts.Count;

    /// <summary>UTF-16 code units before a byte.</summary>
    public int OffsetOf(int position)
    {
        if (_unitsAtStride is null)
        {
            return position;
        }

        var stride = position / Stride;
        return _unitsAtStride[stride] + Units(_utf8.Span[(stride * Stride)..position]);
    }

    /// <summary>Line and column of a byte, both from 0.</summary>
    public (int Line, int Column) PlaceOf(int position)
    {
        var line = _lineStarts.BinarySearch(position);
        line = line < 0 ? ~line - 1 : line;
        return (line, OffsetOf(position) - OffsetOf(_lineStarts[line]));
    }

    /// <summary>The byte at a line and column, both from 0; places past the end are the end.</summary>
    public int PositionOf(int line, int column)
    {
        if (line >= _lineStarts.Count)
        {
            return _utf8.Length;
        }

        var start = _lineStarts[line];
        if (_unitsAtStride is null)
        {
            return (int)Math.Min((long)start + column, _utf8.Length);
        }

        var wanted = OffsetOf(start) + column;
        var stride = Array.BinarySearch(_unitsAtStride, wanted);
        stride = stride < 0 ? ~stride - 1 : stride;
        var at = stride * Stride;
        var text = _utf8.Span;
        for (var units = _unitsAtStride[stride]; at < text.Length && (units < wanted || (text[at] & 0xC0) == 0x80); at++)
        {
            units += UnitsOf(text[at]);
        }

        return at;
    }

    /// <summary>The text of a line from 0, without its end.</summary>
    public string LineText(int line)
    {
        var end = line + 1 < _lineStarts.Count ? _lineStarts[line + 1] : _utf8.Length;
        return Encoding.UTF8.GetString(_utf8.Span[_lineStarts[line]..end].TrimEnd("\r\n"u8));
    }

    private static int Units(ReadOnlySpan<byte> text)
    {
        var units = 0;
        foreach (var b in text)
        {
            units += UnitsOf(b);
        }

        return units;
    }

    /// <summary>A character counts at its first byte: two units where it has four bytes, else one.</summary>
    private static int UnitsOf(byte b) => b >= 0xF0 ? 2 : (b & 0xC0) == 0x80 ? 0 : 1;
}

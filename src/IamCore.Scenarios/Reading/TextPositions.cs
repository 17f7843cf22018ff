using System.Text;

namespace IamCore.Scenarios.Reading;

/// <summary>
/// Line and column of a place in a text (PL-019): from 1, columns in UTF-16 code units, a line ending at <c>\n</c>, <c>\r\n</c> or a lone
/// <c>\r</c>. The lines are found when the first place is asked for.
/// </summary>
internal sealed class TextPositions(ReadOnlyMemory<byte> utf8, int firstLine)
{
    private List<int>? _lineStarts;

    public (int Line, int Column) Of(int offset)
    {
        _lineStarts ??= FindLines(utf8.Span);
        var line = _lineStarts.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        var before = utf8.Span[_lineStarts[line]..offset];
        return (firstLine + line, Encoding.UTF8.GetCharCount(before) + 1);
    }

    private static List<int> FindLines(ReadOnlySpan<byte> utf8)
    {
        var starts = new List<int> { 0 };
        for (var at = utf8.IndexOfAny((byte)'\n', (byte)'\r'); at >= 0;)
        {
            var next = at + 1;
            if (utf8[at] == '\r' && next < utf8.Length && utf8[next] == '\n')
            {
                next++;
            }

            starts.Add(next);
            var skip = utf8[next..].IndexOfAny((byte)'\n', (byte)'\r');
            at = skip < 0 ? -1 : next + skip;
        }

        return starts;
    }
}

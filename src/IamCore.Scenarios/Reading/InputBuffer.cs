namespace IamCore.Scenarios.Reading;

/// <summary>
/// Buffers a stream: one line of JSON Lines at a time, or a whole document. Lines end with <c>\n</c>, <c>\r\n</c> or a single <c>\r</c>
/// (PL-019).
/// </summary>
internal sealed class InputBuffer(Stream stream)
{
    /// <summary>Longest line that is read, in bytes; longer ones are answered with an error and skipped.</summary>
    public const int MaxLine = 64 * 1024 * 1024;

    private const int ChunkSize = 64 * 1024;

    private byte[] _bytes = new byte[ChunkSize];
    private int _start;
    private int _end;
    private bool _isAfterReturn;

    /// <summary>Number of the line that <see cref="TryReadLine"/> gives next, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>What was read and not used.</summary>
    public ReadOnlySpan<byte> Pending => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Uses up a byte order mark, if the input begins with one.</summary>
    public void SkipMark()
    {
        while (Pending.Length < 3 && Fill())
        {
        }

        if (Pending.StartsWith("\uFEFF"u8))
        {
            _start += 3;
        }
    }

    /// <summary>Reads more; false at the end of the input.</summary>
    public bool Fill()
    {
        if (_start > 0)
        {
            Pending.CopyTo(_bytes);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _bytes.Length)
        {
            Array.Resize(ref _bytes, checked(_bytes.Length * 2));
        }

        var read = stream.Read(_bytes, _end, _bytes.Length - _end);
        _end += read;
        return read > 0;
    }

    /// <summary>All that is left. Null where it is longer than <paramref name="max"/> bytes.</summary>
    public byte[]? ReadToEnd(int max)
    {
        while (Pending.Length <= max && Fill())
        {
        }

        return Pending.Length > max ? null : Pending.ToArray();
    }

    /// <summary>The next line without its end, as a copy; false at the end of the input.</summary>
    /// <param name="line">The bytes; empty where <paramref name="isTooLong"/>.</param>
    /// <param name="isTooLong">Whether the line is longer than <see cref="MaxLine"/>.</param>
    public bool TryReadLine(out byte[] line, out bool isTooLong)
    {
        isTooLong = false;
        var searched = 0;
        while (true)
        {
            SkipSecondHalfOfEnd();
            var found = Pending[searched..].IndexOfAny((byte)'\n', (byte)'\r');
            if (found >= 0)
            {
                var length = searched + found;
                isTooLong |= length > MaxLine;
                line = isTooLong ? [] : Pending[..length].ToArray();
                _isAfterReturn = Pending[length] == '\r';
                _start += length + 1;
                Line++;
                return true;
            }

            searched = Pending.Length;
            if (searched > MaxLine)
            {
                isTooLong = true;
                searched = 0;
                _start = _end;
            }

            if (!Fill())
            {
                line = isTooLong ? [] : Pending.ToArray();
                var isLine = isTooLong || line.Length > 0;
                _start = _end;
                Line += isLine ? 1 : 0;
                return isLine;
            }
        }
    }

    private void SkipSecondHalfOfEnd()
    {
        if (_isAfterReturn && !Pending.IsEmpty)
        {
            _start += Pending[0] == '\n' ? 1 : 0;
            _isAfterReturn = false;
        }
    }
}

namespace IamCore.Signing;

/// <summary>The canonical URI (CR-084).</summary>
internal static class CanonicalPath
{
    public static void Write(ref ByteWriter writer, scoped ReadOnlySpan<char> path, bool asSent)
    {
        if (path.IsEmpty)
        {
            writer.Write((byte)'/');
        }
        else if (asSent)
        {
            WriteSegments(ref writer, path);
        }
        else
        {
            WriteNormalised(ref writer, path);
        }
    }

    /// <summary>Decodes and encodes each segment once and removes nothing, so that a well-encoded path remains unchanged.</summary>
    private static void WriteSegments(ref ByteWriter writer, scoped ReadOnlySpan<char> path)
    {
        while (true)
        {
            var slash = path.IndexOf('/');
            PercentEncoding.WriteRecoded(ref writer, slash < 0 ? path : path[..slash]);
            if (slash < 0)
            {
                return;
            }

            writer.Write((byte)'/');
            path = path[(slash + 1)..];
        }
    }

    /// <summary>
    /// Removes dot segments and empty segments, keeps a trailing slash and encodes each segment once more without decoding it.
    /// </summary>
    private static void WriteNormalised(ref ByteWriter writer, scoped ReadOnlySpan<char> path)
    {
        var start = writer.Length;
        writer.Write((byte)'/');
        while (!path.IsEmpty)
        {
            var slash = path.IndexOf('/');
            var segment = slash < 0 ? path : path[..slash];
            path = slash < 0 ? default : path[(slash + 1)..];
            if (segment is "..")
            {
                writer.Truncate(ParentOf(writer.Written, start));
            }
            else if (!segment.IsEmpty && segment is not ".")
            {
                PercentEncoding.WriteEncoded(ref writer, segment);
                if (slash >= 0)
                {
                    writer.Write((byte)'/');
                }
            }
        }
    }

    /// <summary>Returns the length of what was written without its last segment; what was written ends with a slash.</summary>
    private static int ParentOf(ReadOnlySpan<byte> written, int start)
    {
        return start + Math.Max(written[start..^1].LastIndexOf((byte)'/'), 0) + 1;
    }
}

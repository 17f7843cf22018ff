namespace IamCore.Signing;

/// <summary>The canonical headers (CR-086).</summary>
internal static class CanonicalHeaders
{
    /// <summary>Writes one line for each signed header; the names are in lower case and sorted.</summary>
    /// <returns>The first name that no header has; empty if the request has all of them.</returns>
    public static ReadOnlySpan<char> Write(ref ByteWriter writer, ReadOnlySpan<char> signedNames, scoped ReadOnlySpan<RequestHeader> headers)
    {
        while (!signedNames.IsEmpty)
        {
            var end = signedNames.IndexOf(';');
            var name = end < 0 ? signedNames : signedNames[..end];
            signedNames = end < 0 ? default : signedNames[(end + 1)..];
            if (!WriteLine(ref writer, name, headers))
            {
                return name;
            }
        }

        return default;
    }

    /// <summary>Whether a header has the name; <c>host</c> and <c>:authority</c> are equivalent (CR-086).</summary>
    public static bool HasName(RequestHeader header, scoped ReadOnlySpan<char> name) =>
        name.Equals(header.Name, StringComparison.OrdinalIgnoreCase) || (IsHost(name) && IsHost(header.Name));

    public static bool IsHost(scoped ReadOnlySpan<char> name) =>
        name.Equals("host", StringComparison.OrdinalIgnoreCase) || name is ":authority";

    /// <summary>Writes a value trimmed, with each inner run of spaces replaced by one space.</summary>
    public static void WriteValue(ref ByteWriter writer, scoped ReadOnlySpan<char> value)
    {
        value = value.Trim(" \t");
        while (true)
        {
            var run = value.IndexOf("  ", StringComparison.Ordinal);
            if (run < 0)
            {
                writer.Write(value);
                return;
            }

            writer.Write(value[..(run + 1)]);
            value = value[run..].TrimStart(' ');
        }
    }

    private static bool WriteLine(ref ByteWriter writer, scoped ReadOnlySpan<char> name, scoped ReadOnlySpan<RequestHeader> headers)
    {
        var found = false;
        foreach (var header in headers)
        {
            if (!HasName(header, name))
            {
                continue;
            }

            if (found)
            {
                writer.Write((byte)',');
            }
            else
            {
                writer.Write(name);
                writer.Write((byte)':');
            }

            WriteValue(ref writer, header.Value);
            found = true;
        }

        writer.Write((byte)'\n');
        return found;
    }
}

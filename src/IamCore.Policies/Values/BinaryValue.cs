using System.Buffers;
using System.Buffers.Text;

namespace IamCore.Policies.Values;

/// <summary>Standard base64 with padding and without white space (PL-151), compared by the bytes it stands for.</summary>
internal static class BinaryValue
{
    private static readonly SearchValues<char> Space = SearchValues.Create(" \t\r\n");

    public static bool IsValid(ReadOnlySpan<char> text) =>
        text.Length % 4 == 0 && !text.ContainsAny(Space) && Base64.IsValid(text);

    /// <summary>The bytes of a valid text.</summary>
    public static byte[] Decode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length / 4 * 3];
        return Convert.TryFromBase64Chars(text, bytes, out var written) ? bytes[..written] : throw new FormatException("not base64");
    }

    /// <summary>Whether <paramref name="text"/> is valid and stands for <paramref name="bytes"/>; decodes piece by piece, without allocating.</summary>
    public static bool IsEqual(ReadOnlySpan<char> text, ReadOnlySpan<byte> bytes)
    {
        if (!IsValid(text))
        {
            return false;
        }

        Span<byte> piece = stackalloc byte[48];
        while (!text.IsEmpty)
        {
            var take = Math.Min(64, text.Length);
            if (!Convert.TryFromBase64Chars(text[..take], piece, out var written)
                || written > bytes.Length || !bytes[..written].SequenceEqual(piece[..written]))
            {
                return false;
            }

            text = text[take..];
            bytes = bytes[written..];
        }

        return bytes.IsEmpty;
    }
}

using System.Buffers;
using System.Text;

namespace IamCore.Signing;

/// <summary>The percent-encoding of signing (CR-083).</summary>
internal static class PercentEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> UnreservedChars = SearchValues.Create(Unreserved);

    private static readonly SearchValues<byte> UnreservedBytes = SearchValues.Create(Encoding.ASCII.GetBytes(Unreserved));

    /// <summary>Encodes text as it is: a percent sign becomes <c>%25</c>.</summary>
    public static void WriteEncoded(ref ByteWriter writer, scoped ReadOnlySpan<char> text) => Write(ref writer, text, decode: false);

    /// <summary>
    /// Decodes percent sequences and encodes the result. A percent sign that begins no sequence is taken literally, and a plus sign is
    /// kept.
    /// </summary>
    public static void WriteRecoded(ref ByteWriter writer, scoped ReadOnlySpan<char> text) => Write(ref writer, text, decode: true);

    private static void Write(ref ByteWriter writer, scoped ReadOnlySpan<char> text, bool decode)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(UnreservedChars);
            if (plain != 0)
            {
                plain = plain < 0 ? text.Length : plain;
                writer.Write(text[..plain]);
                text = text[plain..];
                continue;
            }

            if (decode && text[0] == '%' && TryHexPair(text, out var value))
            {
                WriteByte(ref writer, value);
                text = text[3..];
                continue;
            }

            // Validated before: SignatureReader refuses text that is not well-formed UTF-16.
            Rune.DecodeFromUtf16(text, out var rune, out var consumed);
            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
            {
                WriteByte(ref writer, b);
            }

            text = text[consumed..];
        }
    }

    /// <summary>Decodes a parameter; malformed UTF-8 becomes U+FFFD, which no parameter allows.</summary>
    public static string Decode(scoped ReadOnlySpan<char> text)
    {
        if (!text.Contains('%'))
        {
            return text.ToString();
        }

        var writer = new ByteWriter(stackalloc byte[512]);
        while (!text.IsEmpty)
        {
            if (text[0] == '%' && TryHexPair(text, out var value))
            {
                writer.Write(value);
                text = text[3..];
                continue;
            }

            var next = text[1..].IndexOf('%') + 1;
            next = next == 0 ? text.Length : next;
            writer.Write(text[..next]);
            text = text[next..];
        }

        var decoded = Encoding.UTF8.GetString(writer.Written);
        writer.Dispose();
        return decoded;
    }

    private static bool TryHexPair(ReadOnlySpan<char> text, out byte value)
    {
        value = 0;
        if (text.Length < 3 || !char.IsAsciiHexDigit(text[1]) || !char.IsAsciiHexDigit(text[2]))
        {
            return false;
        }

        value = (byte)((Digit(text[1]) << 4) | Digit(text[2]));
        return true;
    }

    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;

    private static void WriteByte(ref ByteWriter writer, byte value)
    {
        if (UnreservedBytes.Contains(value))
        {
            writer.Write(value);
            return;
        }

        writer.Write((byte)'%');
        writer.Write("0123456789ABCDEF"u8[value >> 4]);
        writer.Write("0123456789ABCDEF"u8[value & 15]);
    }
}

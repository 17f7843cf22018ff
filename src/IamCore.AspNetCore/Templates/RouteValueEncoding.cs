using System.Buffers;
using System.Text;

namespace IamCore.AspNetCore.Templates;

/// <summary>
/// How a route value stands in an ARN: ASCII letters, digits and <c>- . _ ~ @ + = ,</c> as they are, every other character as the percent-encoded bytes
/// of its UTF-8 form in upper-case hexadecimal. So a value has no slash, colon, wildcard or variable, and different values stay different.
/// <c>.</c> and <c>..</c> as a whole are encoded too, for the sake of whoever takes an ARN for a path.
/// </summary>
internal static class RouteValueEncoding
{
    /// <summary>The longest ARN there is, in characters. What would be longer is no resource.</summary>
    public const int MaxArnLength = 2048;

    private const string Hex = "0123456789ABCDEF";

    /// <summary>The characters that stay.</summary>
    public static SearchValues<char> Kept { get; } =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~@+=,");

    /// <summary>Writes a value. False where it is empty, no well-formed text, or does not fit.</summary>
    public static bool TryWrite(ReadOnlySpan<char> value, bool isPath, Span<char> destination, ref int length)
    {
        if (!isPath)
        {
            return TryWriteSegment(value, destination, ref length);
        }

        foreach (var range in value.Split('/'))
        {
            if (range.Start.Value > 0 && !TryAppend("/", destination, ref length))
            {
                return false;
            }

            if (!TryWriteSegment(value[range], destination, ref length))
            {
                return false;
            }
        }

        return !value.IsEmpty;
    }

    /// <summary>Copies text as it is. False where it does not fit.</summary>
    public static bool TryAppend(ReadOnlySpan<char> text, Span<char> destination, ref int length)
    {
        if (text.Length > destination.Length - length)
        {
            return false;
        }

        text.CopyTo(destination[length..]);
        length += text.Length;
        return true;
    }

    private static bool TryWriteSegment(ReadOnlySpan<char> value, Span<char> destination, ref int length)
    {
        if (value.IsEmpty)
        {
            return false;
        }

        if (value is "." or "..")
        {
            return TryAppend(value.Length == 1 ? "%2E" : "%2E%2E", destination, ref length);
        }

        while (!value.IsEmpty)
        {
            var other = value.IndexOfAnyExcept(Kept);
            if (!TryAppend(other < 0 ? value : value[..other], destination, ref length))
            {
                return false;
            }

            if (other < 0)
            {
                break;
            }

            value = value[other..];
            if (Rune.DecodeFromUtf16(value, out var rune, out var consumed) != OperationStatus.Done || !TryEncode(rune, destination, ref length))
            {
                return false;
            }

            value = value[consumed..];
        }

        return true;
    }

    private static bool TryEncode(Rune rune, Span<char> destination, ref int length)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = rune.EncodeToUtf8(bytes);
        if (count * 3 > destination.Length - length)
        {
            return false;
        }

        foreach (var b in bytes[..count])
        {
            destination[length++] = '%';
            destination[length++] = Hex[b >> 4];
            destination[length++] = Hex[b & 15];
        }

        return true;
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace IamCore.EntityFrameworkCore.Rows;

/// <summary>
/// Encodes text so that databases compare and order it like .NET's ordinal comparison. Ordinary text remains unchanged. The control
/// characters 0 and 1
/// (databases do not accept 0), and characters that UTF-8 orders differently than UTF-16 (U+E000 to U+FFFF, U+10FFFF), get a prefix.
/// </summary>
internal static class OrdinalText
{
    private const string LastRune = "\U0010FFFF";

    private static readonly SearchValues<char> Ordinary = SearchValues.Create([.. Enumerable.Range(2, 0xD7FF - 1).Select(c => (char)c)]);

    /// <summary>
    /// Encodes a text for a column. Lone surrogates, which no stored text contains, become something that equals no stored text.
    /// </summary>
    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Ordinary))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c <= '\u0001')
            {
                encoded.Append('\u0001').Append((char)(c + 1));
            }
            else if (!char.IsSurrogate(c))
            {
                encoded.Append(c >= '\uE000' ? LastRune : "").Append(c);
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                encoded.Append(c).Append(text[++i]);
                if (encoded[^1] == LastRune[1] && encoded[^2] == LastRune[0])
                {
                    encoded.Append('\u0001');
                }
            }
            else
            {
                encoded.Append(LastRune).Append('\u0002').Append(CultureInfo.InvariantCulture, $"{(int)c:X4}");
            }
        }

        return encoded.ToString();
    }

    /// <summary>Decodes a text.</summary>
    public static string Decode(string encoded)
    {
        if (!encoded.AsSpan().ContainsAnyExcept(Ordinary))
        {
            return encoded;
        }

        var text = new StringBuilder(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '\u0001')
            {
                text.Append((char)(encoded[++i] - 1));
            }
            else if (encoded.AsSpan(i).StartsWith(LastRune, StringComparison.Ordinal))
            {
                i += LastRune.Length;
                text.Append(encoded[i] == '\u0001' ? LastRune : encoded[i].ToString());
            }
            else
            {
                text.Append(encoded[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>Whether a text can be stored, that is, contains no lone surrogate.</summary>
    public static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}

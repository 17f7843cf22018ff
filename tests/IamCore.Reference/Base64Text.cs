namespace IamCore.Reference;

/// <summary>Standard base64 with padding and without white space (PL-151, RFC 4648 §4).</summary>
internal static class Base64Text
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>The bytes; null where the text is of another form.</summary>
    public static List<byte>? Decode(string text)
    {
        if (text.Length % 4 != 0)
        {
            return null;
        }

        var padding = text.EndsWith("==", StringComparison.Ordinal) ? 2 : text.EndsWith('=') ? 1 : 0;
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i += 4)
        {
            var isLast = i + 4 == text.Length;
            var group = 0;
            for (var j = 0; j < 4; j++)
            {
                var isPadding = isLast && j >= 4 - padding;
                var digit = isPadding ? 0 : Alphabet.IndexOf(text[i + j], StringComparison.Ordinal);
                if (digit < 0)
                {
                    return null;
                }

                group = (group * 64) + digit;
            }

            bytes.Add((byte)(group >> 16));
            bytes.Add((byte)(group >> 8 & 0xFF));
            bytes.Add((byte)(group & 0xFF));
        }

        bytes.RemoveRange(bytes.Count - padding, padding);
        return bytes;
    }
}

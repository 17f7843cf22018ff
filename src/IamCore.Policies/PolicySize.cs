namespace IamCore.Policies;

/// <summary>How long a document's text is, by both countings of PL-190. A character is a Unicode scalar value of the text as written: <c>\u0041</c> counts six.</summary>
/// <param name="All">Every character.</param>
/// <param name="WithoutWhiteSpace">Characters other than space, tab, line feed and carriage return, wherever they stand.</param>
public readonly record struct PolicySize(int All, int WithoutWhiteSpace)
{
    /// <summary>Counts a text in UTF-8.</summary>
    public static PolicySize Of(ReadOnlySpan<byte> utf8)
    {
        var all = CountAll(utf8);
        var whiteSpace = 0;
        foreach (var b in utf8)
        {
            whiteSpace += b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' ? 1 : 0;
        }

        return new PolicySize(all, all - whiteSpace);
    }

    /// <summary>Counts the text a document was read from.</summary>
    public static PolicySize Of(PolicyDocument document) => Of(document.Source.Utf8);

    internal static int CountAll(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var b in utf8)
        {
            // Bytes that continue a character.
            count += (b & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }
}

namespace IamCore.Policies.Values;

/// <summary>A pattern put together while deciding: its characters, and which of them are never wildcards.</summary>
internal readonly ref struct PatternText
{
    private readonly ReadOnlySpan<bool> _literal;

    public PatternText(ReadOnlySpan<char> chars, ReadOnlySpan<bool> literal)
    {
        Chars = chars;
        _literal = literal;
    }

    /// <summary>The characters.</summary>
    public ReadOnlySpan<char> Chars { get; }

    /// <summary>Whether the last character is a star that is a wildcard.</summary>
    public bool EndsWithStar => !Chars.IsEmpty && IsWild(Chars.Length - 1, '*');

    public PatternText Slice(int start, int end) => new(Chars[start..end], _literal[start..end]);

    /// <summary>Matches the whole text as a glob (PL-077): the two-pointer walk, at worst pattern × text.</summary>
    public bool IsMatch(ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < Chars.Length && IsWild(p, '*'))
            {
                star = p++;
                resume = t;
            }
            else if (p < Chars.Length && IsWild(p, '?'))
            {
                p++;
                t += char.IsHighSurrogate(text[t]) && t + 1 < text.Length && char.IsLowSurrogate(text[t + 1]) ? 2 : 1;
            }
            else if (p < Chars.Length && Chars[p] == text[t])
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (p < Chars.Length && IsWild(p, '*'))
        {
            p++;
        }

        return p == Chars.Length;
    }

    private bool IsWild(int at, char wildcard) => Chars[at] == wildcard && !_literal[at];
}

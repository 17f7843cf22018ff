namespace IamCore.Policies.Values;

/// <summary>
/// Patterns of PL-077. The piece before the first star is anchored at the start of the text, the piece after the last one at its end, and
/// those between are searched from the left, so that a match takes at worst pattern × text steps and usually one vectorised search a piece.
/// Nothing is compiled: a pattern is its text.
/// </summary>
internal static class Glob
{
    /// <summary>Whether a pattern holds a wildcard at all.</summary>
    public static bool HasWildcard(ReadOnlySpan<char> pattern) => pattern.IndexOfAny('*', '?') >= 0;

    /// <summary>Matches the whole text, case-sensitively.</summary>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var star = pattern.IndexOf('*');
        if (star < 0)
        {
            return TryConsume(pattern, ref text) && text.IsEmpty;
        }

        if (!TryConsume(pattern[..star], ref text))
        {
            return false;
        }

        pattern = pattern[(star + 1)..];
        var last = pattern.LastIndexOf('*');
        if (!TryConsumeEnd(pattern[(last + 1)..], ref text))
        {
            return false;
        }

        while (last > 0)
        {
            star = pattern.IndexOf('*');
            if (!TryFind(pattern[..star], ref text))
            {
                return false;
            }

            pattern = pattern[(star + 1)..];
            last -= star + 1;
        }

        return true;
    }

    /// <summary>The same for a pattern with a star and without question marks.</summary>
    public static bool IsMatchWithStars(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var star = pattern.IndexOf('*');
        var last = pattern.LastIndexOf('*');
        var suffix = pattern[(last + 1)..];
        if (text.Length < star + suffix.Length || !text.StartsWith(pattern[..star]) || !text.EndsWith(suffix))
        {
            return false;
        }

        text = text[star..^suffix.Length];
        while (star < last)
        {
            pattern = pattern[(star + 1)..];
            last -= star + 1;
            star = pattern.IndexOf('*');
            var found = text.IndexOf(pattern[..star]);
            if (found < 0)
            {
                return false;
            }

            text = text[(found + star)..];
        }

        return true;
    }

    /// <summary>Takes the piece off the start of the text; a question mark takes one Unicode scalar value.</summary>
    private static bool TryConsume(ReadOnlySpan<char> piece, ref ReadOnlySpan<char> text)
    {
        while (true)
        {
            var question = piece.IndexOf('?');
            var literal = question < 0 ? piece : piece[..question];
            if (!text.StartsWith(literal))
            {
                return false;
            }

            text = text[literal.Length..];
            if (question < 0)
            {
                return true;
            }

            if (text.IsEmpty)
            {
                return false;
            }

            text = text[(text.Length > 1 && char.IsHighSurrogate(text[0]) && char.IsLowSurrogate(text[1]) ? 2 : 1)..];
            piece = piece[(question + 1)..];
        }
    }

    private static bool TryConsumeEnd(ReadOnlySpan<char> piece, ref ReadOnlySpan<char> text)
    {
        while (true)
        {
            var question = piece.LastIndexOf('?');
            var literal = piece[(question + 1)..];
            if (!text.EndsWith(literal))
            {
                return false;
            }

            text = text[..^literal.Length];
            if (question < 0)
            {
                return true;
            }

            if (text.IsEmpty)
            {
                return false;
            }

            text = text[..^(text.Length > 1 && char.IsLowSurrogate(text[^1]) && char.IsHighSurrogate(text[^2]) ? 2 : 1)];
            piece = piece[..question];
        }
    }

    /// <summary>Goes to the end of the first place where the piece stands.</summary>
    private static bool TryFind(ReadOnlySpan<char> piece, ref ReadOnlySpan<char> text)
    {
        if (!piece.Contains('?'))
        {
            var found = text.IndexOf(piece);
            text = found < 0 ? text : text[(found + piece.Length)..];
            return found >= 0;
        }

        while (true)
        {
            var from = text;
            if (TryConsume(piece, ref from))
            {
                text = from;
                return true;
            }

            if (text.IsEmpty)
            {
                return false;
            }

            text = text[1..];
        }
    }
}

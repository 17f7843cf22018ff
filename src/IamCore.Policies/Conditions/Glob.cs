using System.Text;

namespace IamCore.Policies.Conditions;

/// <summary>
/// A pattern of PL-077 split at its stars. The piece before the first star is anchored at the start, the piece after the last one at the
/// end, and those between are searched from the left, so that a match takes at worst pattern × text steps and usually one vectorised search
/// a piece.
/// </summary>
internal sealed class Glob
{
    private readonly string _prefix;
    private readonly string[] _middle;
    private readonly string? _suffix;
    private readonly bool _hasQuestion;

    /// <summary>Compiles a pattern.</summary>
    public Glob(ReadOnlySpan<char> pattern)
    {
        _hasQuestion = pattern.Contains('?');
        var star = pattern.IndexOf('*');
        if (star < 0)
        {
            _prefix = pattern.ToString();
            _middle = [];
            return;
        }

        _prefix = pattern[..star].ToString();
        var rest = pattern[(star + 1)..];
        var middle = new List<string>();
        while ((star = rest.IndexOf('*')) >= 0)
        {
            if (star > 0)
            {
                middle.Add(rest[..star].ToString());
            }

            rest = rest[(star + 1)..];
        }

        _middle = [.. middle];
        _suffix = rest.ToString();
    }

    /// <summary>Whether a pattern holds a wildcard at all.</summary>
    public static bool HasWildcard(ReadOnlySpan<char> pattern) => pattern.IndexOfAny('*', '?') >= 0;

    /// <summary>Matches the whole text, case-sensitively.</summary>
    public bool IsMatch(ReadOnlySpan<char> text)
    {
        if (_hasQuestion)
        {
            return IsMatchWithQuestions(text);
        }

        if (_suffix is null)
        {
            return text.SequenceEqual(_prefix);
        }

        if (!text.StartsWith(_prefix, StringComparison.Ordinal))
        {
            return false;
        }

        text = text[_prefix.Length..];
        if (_suffix.Length != 0)
        {
            if (!text.EndsWith(_suffix, StringComparison.Ordinal))
            {
                return false;
            }

            text = text[..^_suffix.Length];
        }

        foreach (var piece in _middle)
        {
            var found = text.IndexOf(piece, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            text = text[(found + piece.Length)..];
        }

        return true;
    }

    private bool IsMatchWithQuestions(ReadOnlySpan<char> text)
    {
        if (!TryConsume(_prefix, ref text))
        {
            return false;
        }

        if (_suffix is null)
        {
            return text.IsEmpty;
        }

        if (!TryConsumeEnd(_suffix, ref text))
        {
            return false;
        }

        foreach (var piece in _middle)
        {
            var from = text;
            while (!TryConsume(piece, ref from))
            {
                if (text.IsEmpty)
                {
                    return false;
                }

                text = text[1..];
                from = text;
            }

            text = from;
        }

        return true;
    }

    /// <summary>Takes the piece off the start of the text; a question mark takes one Unicode scalar value.</summary>
    private static bool TryConsume(string piece, ref ReadOnlySpan<char> text)
    {
        var at = 0;
        foreach (var c in piece)
        {
            if (at >= text.Length || (c != '?' && text[at] != c))
            {
                return false;
            }

            at += c == '?' && char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        }

        text = text[at..];
        return true;
    }

    private static bool TryConsumeEnd(string piece, ref ReadOnlySpan<char> text)
    {
        var end = text.Length;
        for (var i = piece.Length - 1; i >= 0; i--)
        {
            var c = piece[i];
            if (end == 0 || (c != '?' && text[end - 1] != c))
            {
                return false;
            }

            end -= c == '?' && end > 1 && char.IsLowSurrogate(text[end - 1]) && char.IsHighSurrogate(text[end - 2]) ? 2 : 1;
        }

        text = text[..end];
        return true;
    }

    /// <summary>The pattern, for people; runs of stars are one.</summary>
    public override string ToString()
    {
        if (_suffix is null)
        {
            return _prefix;
        }

        var text = new StringBuilder(_prefix).Append('*');
        foreach (var piece in _middle)
        {
            text.Append(piece).Append('*');
        }

        return text.Append(_suffix).ToString();
    }
}

namespace IamCore.Benchmarks.Engines;

/// <summary>A pattern of actions or resources, told apart when it is read: everything, a literal, a prefix, or a glob.</summary>
internal sealed class ScanPattern
{
    private readonly string _text;
    private readonly Form _form;

    public ScanPattern(string pattern)
    {
        var wildcard = pattern.AsSpan().IndexOfAny('*', '?');
        _form = pattern == "*" ? Form.Everything
            : wildcard < 0 ? Form.Literal
            : wildcard == pattern.Length - 1 && pattern[wildcard] == '*' ? Form.Prefix
            : Form.Glob;
        _text = _form == Form.Prefix ? pattern[..^1] : pattern;
    }

    private enum Form : byte
    {
        Everything,
        Literal,
        Prefix,
        Glob,
    }

    public bool Matches(string text, StringComparison comparison) => _form switch
    {
        Form.Everything => true,
        Form.Literal => string.Equals(_text, text, comparison),
        Form.Prefix => text.StartsWith(_text, comparison),
        _ => MatchesGlob(_text, text, comparison == StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>Walks both texts; after a mismatch the last star takes one character more.</summary>
    private static bool MatchesGlob(string pattern, string text, bool ignoreCase)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length
                && (pattern[p] == '?' || pattern[p] == text[t]
                    || (ignoreCase && char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(text[t]))))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }
}

namespace IamCore.Benchmarks.Engines;

/// <summary>A pattern, told apart when it is read: everything, a literal, a prefix, or a glob. Actions are put in lower case before.</summary>
internal sealed class ScanPattern
{
    private readonly string _literal;
    private readonly string _rest;
    private readonly Form _form;

    public ScanPattern(string pattern)
    {
        var wildcard = pattern.AsSpan().IndexOfAny('*', '?');
        _form = pattern == "*" ? Form.Everything
            : wildcard < 0 ? Form.Literal
            : wildcard == pattern.Length - 1 && pattern[wildcard] == '*' ? Form.Prefix
            : Form.Glob;
        _literal = wildcard < 0 ? pattern : pattern[..wildcard];
        _rest = wildcard < 0 ? "" : pattern[wildcard..];
    }

    private enum Form : byte
    {
        Everything,
        Literal,
        Prefix,
        Glob,
    }

    public bool Matches(string text) => _form switch
    {
        Form.Everything => true,
        Form.Literal => string.Equals(_literal, text, StringComparison.Ordinal),
        Form.Prefix => text.StartsWith(_literal, StringComparison.Ordinal),
        _ => text.StartsWith(_literal, StringComparison.Ordinal) && MatchesGlob(_rest, text.AsSpan(_literal.Length)),
    };

    /// <summary>Walks both texts; after a mismatch the last star takes one character more.</summary>
    private static bool MatchesGlob(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
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

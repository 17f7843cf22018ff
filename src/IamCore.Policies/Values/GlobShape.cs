namespace IamCore.Policies.Values;

/// <summary>
/// The shape of a pattern of PL-077, found once: most have one star, or text between two, and then no star has to be searched for. The
/// pattern itself stays with the caller.
/// </summary>
internal readonly struct GlobShape
{
    private readonly int _star;
    private readonly Kind _kind;

    public GlobShape(ReadOnlySpan<char> pattern)
    {
        if (pattern is "*")
        {
            _kind = Kind.Anything;
            return;
        }

        _star = pattern.IndexOfAny('*', '?');
        if (_star < 0)
        {
            _kind = Kind.Exact;
            return;
        }

        var rest = pattern[_star..];
        if (rest.Contains('?'))
        {
            _kind = Kind.Question;
            return;
        }

        var next = rest[1..].IndexOf('*');
        _kind = next < 0 ? Kind.OneStar : _star == 0 && next == pattern.Length - 2 ? Kind.Contains : Kind.Stars;
    }

    private enum Kind : byte
    {
        Exact,
        Anything,
        OneStar,
        Contains,
        Stars,
        Question,
    }

    /// <summary>Whether there is no wildcard.</summary>
    public bool IsExact => _kind == Kind.Exact;

    /// <summary>Whether the pattern is the lone star.</summary>
    public bool IsAnything => _kind == Kind.Anything;

    /// <summary>Matches the whole text with the pattern of this shape, case-sensitively.</summary>
    public bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text) => _kind switch
    {
        Kind.Exact => text.SequenceEqual(pattern),
        Kind.Anything => true,
        Kind.OneStar => text.Length >= pattern.Length - 1 && text.StartsWith(pattern[.._star]) && text.EndsWith(pattern[(_star + 1)..]),
        Kind.Contains => text.IndexOf(pattern[1..^1]) >= 0,
        Kind.Stars => Glob.IsMatchWithStars(pattern, text),
        _ => Glob.IsMatch(pattern, text),
    };
}

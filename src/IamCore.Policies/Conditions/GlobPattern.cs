namespace IamCore.Policies.Conditions;

/// <summary>A pattern of PL-077 whose shape is known: most have one star, or text between two, and need no search for their stars.</summary>
internal readonly struct GlobPattern
{
    private readonly string _text;
    private readonly int _start;
    private readonly int _star;
    private readonly Shape _shape;

    /// <param name="text">A text that ends with the pattern.</param>
    /// <param name="start">Where the pattern starts.</param>
    public GlobPattern(string text, int start = 0)
    {
        _text = text;
        _start = start;
        var pattern = text.AsSpan(start);
        _star = pattern.IndexOf('*');
        if (pattern.Contains('?'))
        {
            _shape = Shape.Question;
        }
        else if (_star < 0)
        {
            _shape = Shape.Exact;
        }
        else
        {
            var next = pattern[(_star + 1)..].IndexOf('*');
            _shape = next < 0 ? Shape.OneStar : _star == 0 && next == pattern.Length - 2 ? Shape.Contains : Shape.Stars;
        }
    }

    private enum Shape : byte
    {
        Exact,
        OneStar,
        Contains,
        Stars,
        Question,
    }

    /// <summary>The text that ends with the pattern.</summary>
    public string Text => _text;

    /// <summary>Where the pattern starts.</summary>
    public int Start => _start;

    /// <summary>Whether there is no wildcard.</summary>
    public bool IsExact => _shape == Shape.Exact;

    /// <summary>Whether this is the lone star.</summary>
    public bool IsAnything => _shape == Shape.OneStar && _text.Length == _start + 1;

    /// <summary>Matches the whole text, case-sensitively.</summary>
    public bool IsMatch(ReadOnlySpan<char> text)
    {
        var pattern = _text.AsSpan(_start);
        return _shape switch
        {
            Shape.Exact => text.SequenceEqual(pattern),
            Shape.OneStar => text.Length >= pattern.Length - 1 && text.StartsWith(pattern[.._star]) && text.EndsWith(pattern[(_star + 1)..]),
            Shape.Contains => text.IndexOf(pattern[1..^1]) >= 0,
            Shape.Stars => Glob.IsMatchWithStars(pattern, text),
            _ => Glob.IsMatch(pattern, text),
        };
    }
}

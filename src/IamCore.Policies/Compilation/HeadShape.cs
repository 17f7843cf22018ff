namespace IamCore.Policies.Compilation;

/// <summary>
/// The shape of fields 1 to 5 of an ARN pattern, found once. A pattern and an ARN have the same five colons there, so that one star can only
/// stand for characters of its own field and the whole is compared as one text (PL-080).
/// </summary>
internal readonly struct HeadShape
{
    private readonly int _star;
    private readonly Kind _kind;

    public HeadShape(ReadOnlySpan<char> head)
    {
        _star = head.IndexOfAny('*', '?');
        if (_star < 0)
        {
            _kind = Kind.Literal;
        }
        else if (!head[_star..].Contains('?'))
        {
            var after = head[(_star + 1)..];
            _kind = !after.Contains('*') ? Kind.OneStar
                : head[_star - 1] == ':' && after is ":*:" or ":*:*:" or ":*:*:*:" ? Kind.Open
                : Kind.Fields;
        }
    }

    private enum Kind : byte
    {
        Fields,
        Literal,
        OneStar,
        Open,
    }

    /// <summary>Whether there is no wildcard.</summary>
    public bool IsLiteral => _kind == Kind.Literal;

    /// <summary>Whether the fields have to be compared one by one.</summary>
    public bool IsFields => _kind == Kind.Fields;

    /// <summary>Compares the fields of an ARN, each with its colon, with the pattern of this shape.</summary>
    public bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> head) => _kind switch
    {
        Kind.Literal => head.SequenceEqual(pattern),
        Kind.OneStar => head.Length >= pattern.Length - 1 && head.StartsWith(pattern[.._star]) && head.EndsWith(pattern[(_star + 1)..]),
        _ => head.StartsWith(pattern[.._star]),
    };
}

using IamCore.Policies.Conditions;

namespace IamCore.Policies.Compilation;

/// <summary>One field of an ARN pattern without variables: anything, one text, or a glob.</summary>
internal readonly struct FieldPattern
{
    private readonly string? _literal;
    private readonly Glob? _glob;

    public FieldPattern(ReadOnlySpan<char> pattern)
    {
        if (pattern is "*")
        {
            return;
        }

        if (Glob.HasWildcard(pattern))
        {
            _glob = new Glob(pattern);
        }
        else
        {
            _literal = pattern.ToString();
        }
    }

    /// <summary>Whether the field is one text.</summary>
    public bool IsLiteral => _literal is not null;

    public bool IsMatch(ReadOnlySpan<char> field) =>
        _literal is not null ? field.SequenceEqual(_literal) : _glob is null || _glob.IsMatch(field);
}

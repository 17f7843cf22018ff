using IamCore.Policies.Parsing;

namespace IamCore.Policies;

/// <summary>Something in a document that is legal and probably not meant (PL-210). Warnings never change a decision.</summary>
public sealed record PolicyWarning
{
    private readonly string _path;
    private readonly int _index;

    internal PolicyWarning(PolicyWarningCode code, string message, string path, int index, int line, int column)
    {
        Code = code;
        Message = message;
        _path = path;
        _index = index;
        Line = line;
        Column = column;
    }

    /// <summary>What it is.</summary>
    public PolicyWarningCode Code { get; }

    /// <summary>One sentence without a full stop.</summary>
    public string Message { get; }

    /// <summary>JSON path of the place (VA-013).</summary>
    public string Path => _index < 0 ? _path : JsonPath.Item(_path, _index);

    /// <summary>Line of the place, from 1 (PL-019).</summary>
    public int Line { get; }

    /// <summary>Column of the place, from 1, in UTF-16 code units (PL-019).</summary>
    public int Column { get; }

    /// <inheritdoc />
    public bool Equals(PolicyWarning? other) =>
        other is not null && Code == other.Code && Line == other.Line && Column == other.Column && Message == other.Message && Path == other.Path;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Code, Line, Column, Message);

    /// <summary>For people: <c>W-EmptyList $.Statement[2].Action (7,19): …</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"W-{Code} {Path} ({Line},{Column}): {Message}");
}

using IamCore.Policies.Parsing;

namespace IamCore.Policies;

/// <summary>One error of a document (PL-009): what, where, and what was expected.</summary>
public sealed record PolicyFault
{
    private readonly string _path;
    private readonly int _index = -1;

    /// <summary>An error at a place.</summary>
    public PolicyFault(PolicyFaultCode code, string message, string path, int line, int column)
    {
        Code = code;
        Message = message;
        _path = path;
        Line = line;
        Column = column;
    }

    /// <summary>An error in one item of a list: the path of the list is kept once for all its items, so that many faults under a long name stay small.</summary>
    internal PolicyFault(PolicyFaultCode code, string message, string listPath, int index, int line, int column)
        : this(code, message, listPath, line, column) => _index = index;

    /// <summary>The stable code (PL-200).</summary>
    public PolicyFaultCode Code { get; }

    /// <summary>One sentence without a full stop, in the words of the document.</summary>
    public string Message { get; }

    /// <summary>JSON path of the place (VA-013), for example <c>$.Statement[2].Effect</c>.</summary>
    public string Path => _index < 0 ? _path : JsonPath.Item(_path, _index);

    /// <summary>Line of the place, from 1 (PL-019).</summary>
    public int Line { get; }

    /// <summary>Column of the place, from 1, in UTF-16 code units (PL-019).</summary>
    public int Column { get; }

    /// <inheritdoc />
    public bool Equals(PolicyFault? other) =>
        other is not null && Code == other.Code && Line == other.Line && Column == other.Column && Message == other.Message && Path == other.Path;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Code, Line, Column, Message);

    /// <summary>For people: <c>InvalidEffect $.Statement[2].Effect (7,19): …</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Code} {Path} ({Line},{Column}): {Message}");
}

using System.Diagnostics;

namespace IamCore.Policies.Variables;

/// <summary>Enumerates the parts of a text whose variables have no fault (PL-170). Allocates nothing.</summary>
internal ref struct VariableParts
{
    private ReadOnlySpan<char> _rest;

    public VariableParts(ReadOnlySpan<char> text) => _rest = text;

    public VariablePart Current { get; private set; }

    public readonly VariableParts GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var start = _rest.IndexOf(VariableText.Opening, StringComparison.Ordinal);
        if (start != 0)
        {
            var length = start < 0 ? _rest.Length : start;
            Current = new VariablePart { Kind = VariablePartKind.Literal, Text = _rest[..length] };
            _rest = _rest[length..];
            return true;
        }

        var end = _rest.IndexOf('}');
        if (end < 0)
        {
            throw new UnreachableException("A variable without closing brace came past the reader");
        }

        var body = _rest[VariableText.Opening.Length..end];
        _rest = _rest[(end + 1)..];
        if (VariableText.IsEscape(body))
        {
            Current = new VariablePart { Kind = VariablePartKind.Escape, Text = body };
            return true;
        }

        var hasDefault = VariableText.TrySplitDefault(body, out var key, out var @default);
        Current = new VariablePart { Kind = VariablePartKind.Key, Text = key, HasDefault = hasDefault, Default = @default };
        return true;
    }
}

namespace IamCore.Policies.Variables;

/// <summary>Text in which <c>${…}</c> is a policy variable (PL-170).</summary>
internal static class VariableText
{
    public const string Opening = "${";

    /// <summary>Whether any <c>${</c> stands in <paramref name="text"/>, well-formed or not.</summary>
    public static bool HasVariable(ReadOnlySpan<char> text) => text.IndexOf(Opening, StringComparison.Ordinal) >= 0;

    /// <summary>Whether a variable is malformed; then <paramref name="code"/> is the first fault from the left (PL-171, PL-204).</summary>
    public static bool TryFindFault(ReadOnlySpan<char> text, out PolicyFaultCode code)
    {
        for (var start = text.IndexOf(Opening, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Opening, StringComparison.Ordinal))
        {
            text = text[(start + Opening.Length)..];
            var end = text.IndexOf('}');
            if (end < 0)
            {
                code = PolicyFaultCode.MissingBraceInVariable;
                return true;
            }

            if (FindFault(text[..end]) is { } fault)
            {
                code = fault;
                return true;
            }

            text = text[(end + 1)..];
        }

        code = default;
        return false;
    }

    /// <summary>The parts of a text without faults, from left to right.</summary>
    public static VariableParts Parts(ReadOnlySpan<char> text) => new(text);

    /// <summary>Whether the inside of the braces is one of the literal characters of PL-176.</summary>
    public static bool IsEscape(ReadOnlySpan<char> body) => body is ['*' or '?' or '$'];

    /// <summary>Splits the inside of the braces, in a text without faults, at the comma.</summary>
    public static bool TrySplitDefault(ReadOnlySpan<char> body, out ReadOnlySpan<char> key, out ReadOnlySpan<char> @default)
    {
        var comma = body.IndexOf(',');
        key = comma < 0 ? body : body[..comma];
        @default = comma < 0 ? default : body[(comma + 1)..].TrimStart(' ')[1..^1];
        return comma >= 0;
    }

    private static PolicyFaultCode? FindFault(ReadOnlySpan<char> body)
    {
        if (IsEscape(body))
        {
            return null;
        }

        if (!body.ContainsAnyExcept(' '))
        {
            return PolicyFaultCode.EmptyVariable;
        }

        var comma = body.IndexOf(',');
        var key = comma < 0 ? body : body[..comma];
        if (key.Contains(' '))
        {
            return PolicyFaultCode.UnsupportedSpaceInVariable;
        }

        var malformed = key.IsEmpty || key.ContainsAny('\'', '{', '$');
        if (comma >= 0)
        {
            var quoted = body[(comma + 1)..].TrimStart(' ');
            if (quoted is not ['\'', .., '\''])
            {
                return PolicyFaultCode.MissingQuoteInVariable;
            }

            malformed |= quoted[1..^1].Contains('\'');
        }

        return malformed ? PolicyFaultCode.InvalidVariable : null;
    }
}

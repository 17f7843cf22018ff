using IamCore.Policies.Variables;

namespace IamCore.Policies.Parsing;

/// <summary>The written form of an entry of <c>Resource</c> and <c>NotResource</c> (PL-080, PL-081, PL-082).</summary>
internal static class ResourceForm
{
    private const string Start = "arn:";
    private const int ColonsBeforeResource = 5;
    private const int ColonsBeforeService = 2;

    /// <summary>Whether the entry is at fault, and the first fault in the order of PL-204.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="use">What <c>${</c> in this entry is; <see cref="VariableUse.None"/> also where there is none.</param>
    /// <param name="code">The fault.</param>
    public static bool TryFindFault(ReadOnlySpan<char> entry, VariableUse use, out PolicyFaultCode code)
    {
        code = PolicyFaultCode.InvalidResourceArn;
        if (entry is "*")
        {
            return false;
        }

        if (!entry.StartsWith(Start, StringComparison.Ordinal))
        {
            return true;
        }

        if (use == VariableUse.Variables)
        {
            // A variable in the fields in front is a fault itself, so colons inside one never need to be told apart.
            if (VariableText.TryFindFault(entry, out code))
            {
                return true;
            }

            if (!entry[..LengthOfFrontFields(entry)].Contains(VariableText.Opening, StringComparison.Ordinal))
            {
                return TryFindFieldFault(entry, out code);
            }

            code = PolicyFaultCode.VariableUnsupportedInElement;
            return true;
        }

        return TryFindFieldFault(entry, out code);
    }

    private static int LengthOfFrontFields(ReadOnlySpan<char> entry)
    {
        var colons = 0;
        for (var i = 0; i < entry.Length; i++)
        {
            if (entry[i] == ':' && ++colons == ColonsBeforeResource)
            {
                return i;
            }
        }

        return entry.Length;
    }

    private static bool TryFindFieldFault(ReadOnlySpan<char> entry, out PolicyFaultCode code)
    {
        var colons = 1;
        var wildcardInService = false;
        for (var i = Start.Length; i < entry.Length; i++)
        {
            var c = entry[i];
            if (c == ':')
            {
                if (++colons == ColonsBeforeResource)
                {
                    break;
                }
            }
            else if (colons == ColonsBeforeService)
            {
                wildcardInService |= c is '*' or '?';
            }
        }

        if (colons < ColonsBeforeResource && entry[^1] != '*')
        {
            code = PolicyFaultCode.InvalidResourceArn;
            return true;
        }

        code = PolicyFaultCode.WildcardInServiceSegment;
        return wildcardInService || colons < ColonsBeforeService;
    }
}

using IamCore.Policies.Requests;

namespace IamCore.Policies.Parsing;

/// <summary>The written form of an entry of <c>Principal</c> and <c>NotPrincipal</c> (PL-042 to PL-047).</summary>
internal static class PrincipalEntryForm
{
    private const int PrefixLength = 4;
    private const int MinUniqueIdLength = PrefixLength + 12;

    /// <summary>The type with this name, which is compared with regard to case (PL-004).</summary>
    public static PrincipalEntryType? TypeOf(ReadOnlySpan<byte> name) => name.Length switch
    {
        3 when name.SequenceEqual("AWS"u8) => PrincipalEntryType.Aws,
        7 when name.SequenceEqual("Service"u8) => PrincipalEntryType.Service,
        9 when name.SequenceEqual("Federated"u8) => PrincipalEntryType.Federated,
        13 when name.SequenceEqual("CanonicalUser"u8) => PrincipalEntryType.CanonicalUser,
        _ => null,
    };

    /// <summary>The member a principal of this type stands under.</summary>
    public static string NameOf(PrincipalEntryType type) => type switch
    {
        PrincipalEntryType.Aws => "AWS",
        PrincipalEntryType.Service => "Service",
        PrincipalEntryType.Federated => "Federated",
        _ => "CanonicalUser",
    };

    /// <summary>Whether the entry is at fault, and the first fault in the order of PL-204: variable, wildcards, form.</summary>
    /// <param name="type">The member the entry stands under.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="use">What <c>${</c> in this entry is; <see cref="VariableUse.None"/> also where there is none.</param>
    /// <param name="code">The fault.</param>
    public static bool TryFindFault(PrincipalEntryType type, ReadOnlySpan<char> entry, VariableUse use, out PolicyFaultCode code)
    {
        code = PolicyFaultCode.VariableUnsupportedInElement;
        if (use == VariableUse.Variables)
        {
            return true;
        }

        if (type == PrincipalEntryType.Aws && entry is "*")
        {
            return false;
        }

        code = PolicyFaultCode.UnsupportedWildcardInPrincipal;
        if (entry.ContainsAny('*', '?'))
        {
            return true;
        }

        switch (type)
        {
            case PrincipalEntryType.Aws:
                code = PolicyFaultCode.InvalidPrincipalFormat;
                return !AccountId.IsValid(entry) && !PrincipalForms.IsPrincipalArn(entry) && !IsUniqueId(entry);
            case PrincipalEntryType.Service:
                code = PolicyFaultCode.InvalidServicePrincipal;
                return !PrincipalForms.IsServiceName(entry);
            default:
                code = PolicyFaultCode.InvalidPrincipalFormat;
                return entry.IsEmpty;
        }
    }

    /// <summary><c>AIDA</c> or <c>AROA</c> and 12 or more capital letters or digits (PL-042).</summary>
    public static bool IsUniqueId(ReadOnlySpan<char> entry)
    {
        if (entry.Length < MinUniqueIdLength || entry[..PrefixLength] is not ("AIDA" or "AROA"))
        {
            return false;
        }

        foreach (var c in entry[PrefixLength..])
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}

using System.Buffers;

namespace IamCore.Policies.Parsing;

/// <summary>The written form of an entry of <c>Action</c> and <c>NotAction</c> (PL-065).</summary>
internal static class ActionForm
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";

    private static readonly SearchValues<char> ServiceChars = SearchValues.Create(Letters);
    private static readonly SearchValues<char> ServiceOrWildcardChars = SearchValues.Create(Letters + "*?");
    private static readonly SearchValues<char> NameChars = SearchValues.Create(Letters + "._/*?");

    /// <summary>Whether the entry is at fault, and the first fault in the order of PL-204: form, then wildcard in the prefix.</summary>
    public static bool TryFindFault(ReadOnlySpan<char> entry, out PolicyFaultCode code)
    {
        code = PolicyFaultCode.InvalidAction;
        if (entry is "*")
        {
            return false;
        }

        var colon = entry.IndexOf(':');
        if (colon <= 0 || colon == entry.Length - 1 || entry[(colon + 1)..].ContainsAnyExcept(NameChars))
        {
            return true;
        }

        var service = entry[..colon];
        if (!service.ContainsAnyExcept(ServiceChars) || IsEverything(entry))
        {
            return false;
        }

        if (!service.ContainsAnyExcept(ServiceOrWildcardChars))
        {
            code = PolicyFaultCode.WildcardInServicePrefix;
        }

        return true;
    }

    /// <summary>Whether the entry matches every action (PL-065).</summary>
    public static bool IsEverything(ReadOnlySpan<char> entry) => entry is "*" or "*:*";
}

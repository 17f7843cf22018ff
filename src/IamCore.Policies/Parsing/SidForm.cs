using System.Buffers;

namespace IamCore.Policies.Parsing;

/// <summary>The written form of a <c>Sid</c> (PL-032).</summary>
internal static class SidForm
{
    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>Whether only letters and digits may stand in it; elsewhere any character from U+0020 up.</summary>
    public static bool IsNarrow(PolicyType type) => type is not (PolicyType.Resource or PolicyType.VpcEndpoint);

    public static bool IsValid(PolicyType type, ReadOnlySpan<char> sid) =>
        IsNarrow(type) ? !sid.ContainsAnyExcept(LettersAndDigits) : !sid.ContainsAnyInRange('\0', '\u001F');
}

using IamCore.Policies.Linting;

namespace IamCore.Policies.Validation;

/// <summary>The order of findings (VA-016).</summary>
internal static class FindingOrder
{
    /// <summary>By the place of the first location, then type, code and message.</summary>
    public static int Compare(Finding a, Finding b)
    {
        var order = a.Span.Start.Offset.CompareTo(b.Span.Start.Offset);
        order = order != 0 ? order : a.Type.CompareTo(b.Type);
        order = order != 0 ? order : string.CompareOrdinal(a.Code, b.Code);
        return order != 0 ? order : string.CompareOrdinal(a.Message, b.Message);
    }
}

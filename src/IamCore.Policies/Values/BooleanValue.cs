namespace IamCore.Policies.Values;

/// <summary><c>true</c> or <c>false</c> in any letter case (PL-150).</summary>
internal static class BooleanValue
{
    public static bool TryParse(ReadOnlySpan<char> text, out bool value)
    {
        value = text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return value || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }
}

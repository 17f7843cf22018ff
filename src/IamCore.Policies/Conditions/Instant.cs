namespace IamCore.Policies.Conditions;

/// <summary>Dates of PL-145: instants to 100 ns.</summary>
internal static class Instant
{
    public static bool TryParse(ReadOnlySpan<char> text, out long utcTicks)
    {
        utcTicks = 0;
        return false;
    }
}

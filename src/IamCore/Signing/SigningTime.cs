using System.Globalization;

namespace IamCore.Signing;

/// <summary>The time format of signing, <c>yyyyMMddTHHmmssZ</c> (CR-089).</summary>
internal static class SigningTime
{
    public const int Length = 16;

    public const int DateLength = 8;

    private const string Basic = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Writes the 16 characters.</summary>
    public static void Format(DateTimeOffset time, Span<char> destination) =>
        time.UtcDateTime.TryFormat(destination, out _, Basic, CultureInfo.InvariantCulture);

    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(Basic, CultureInfo.InvariantCulture);

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(
            text, Basic, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);

    /// <summary>Parses the basic format or that of a <c>date</c> header (CR-091).</summary>
    public static bool TryParseDateHeader(ReadOnlySpan<char> text, out DateTimeOffset time) =>
        TryParse(text, out time)
        || DateTimeOffset.TryParseExact(
            text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}

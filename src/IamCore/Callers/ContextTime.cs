using System.Globalization;

namespace IamCore.Callers;

/// <summary>Formats of times in context keys (ST-029).</summary>
internal static class ContextTime
{
    /// <summary>Formats <c>aws:TokenIssueTime</c>, in milliseconds.</summary>
    public static string Milliseconds(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

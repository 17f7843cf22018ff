using System.Globalization;
using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>
/// Inline policies that deny an identity everything. In exactly these forms they count towards no quota (ID-092, ST-103, ST-105).
/// </summary>
internal static class CutOffPolicies
{
    public const string Deactivated = "IamCoreDeactivated";

    public const string RevokedSessions = "AWSRevokeOlderSessions";

    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const string Head = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"]""";
    private const string Tail = "}]}";

    /// <summary>
    /// Returns a policy that denies everything from a time, until a time, or both; the times are in whole seconds (ID-092).
    /// </summary>
    public static InlinePolicy Deactivation(DateTimeOffset? from, DateTimeOffset? until)
    {
        var conditions = new List<string>();
        if (from is { } start)
        {
            conditions.Add($$$"""
                "DateGreaterThan":{"aws:CurrentTime":"{{{Text(start, Seconds)}}}"}
                """);
        }

        if (until is { } end)
        {
            conditions.Add($$$"""
                "DateLessThan":{"aws:CurrentTime":"{{{Text(end, Seconds)}}}"}
                """);
        }

        var condition = conditions.Count == 0 ? "" : $$""","Condition":{{{string.Join(',', conditions)}}}""";
        return new(Deactivated, new($"{Head}{condition}{Tail}"));
    }

    /// <summary>Returns a policy that denies everything to sessions issued before a time, in milliseconds (ST-103).</summary>
    public static InlinePolicy Revocation(DateTimeOffset before) => new(
        RevokedSessions,
        new($$$"""{{{Head}}},"Condition":{"DateLessThan":{"aws:TokenIssueTime":"{{{Text(before, Milliseconds)}}}"}}{{{Tail}}}"""));

    /// <summary>Whether a policy is one of these, character by character except for its times.</summary>
    public static bool IsOne(InlinePolicy policy)
    {
        // Compared with a policy made from the same times, so that nothing added to the text can escape the quota.
        var text = policy.Document.ToString();
        return policy.Name switch
        {
            Deactivated => text == $"{Head}{Tail}" || IsDeactivation(text),
            RevokedSessions => TryTime(text, "\"aws:TokenIssueTime\":\"", Milliseconds, out var before) && Revocation(before).Document.ToString() == text,
            _ => false,
        };
    }

    private static bool IsDeactivation(string text)
    {
        DateTimeOffset? from = TryTime(text, "\"DateGreaterThan\":{\"aws:CurrentTime\":\"", Seconds, out var start) ? start : null;
        DateTimeOffset? until = TryTime(text, "\"DateLessThan\":{\"aws:CurrentTime\":\"", Seconds, out var end) ? end : null;
        return Deactivation(from, until).Document.ToString() == text;
    }

    private static bool TryTime(string text, string before, string format, out DateTimeOffset time)
    {
        time = default;
        var start = text.IndexOf(before, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf('"', start + before.Length);
        return end >= 0 && DateTimeOffset.TryParseExact(
            text.AsSpan(start + before.Length, end - start - before.Length), format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    private static string Text(DateTimeOffset time, string format) => time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}

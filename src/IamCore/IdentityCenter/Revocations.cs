using System.Globalization;
using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>
/// Denials for existing sessions of a permission set's role (ST-153). They survive reprovisioning, and are dropped once no session is left
/// that they could affect.
/// </summary>
internal static class Revocations
{
    private const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The maximum duration of a permission set's sessions.</summary>
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    /// <summary>Returns a policy that denies everything to sessions issued before a time, optionally to those of one user only.</summary>
    public static InlinePolicy Create(DateTimeOffset before, string? userId) => userId is null
        ? CutOffPolicies.Revocation(before)
        : new(
            $"{CutOffPolicies.RevokedSessions}-{userId}",
            new($$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"{{{{before.UtcDateTime.ToString(Milliseconds, CultureInfo.InvariantCulture)}}}}"},"StringEquals":{"identitystore:UserId":"{{{{userId}}}}"}}}]}"""));

    /// <summary>Returns the denials of a role that are still relevant.</summary>
    public static IEnumerable<InlinePolicy> Of(IamRole role, DateTimeOffset now) => ((IEnumerable<InlinePolicy>)role.InlinePolicies).Where(policy =>
        policy.Name.StartsWith(CutOffPolicies.RevokedSessions, StringComparison.Ordinal) && !(TimeOf(policy) is { } before && before <= now - LongestSession));

    private static DateTimeOffset? TimeOf(InlinePolicy policy)
    {
        const string Key = "\"aws:TokenIssueTime\":\"";
        var text = policy.Document.ToString();
        var start = text.IndexOf(Key, StringComparison.Ordinal) + Key.Length;
        var end = start < Key.Length ? -1 : text.IndexOf('"', start);
        return end > 0 && DateTimeOffset.TryParseExact(text.AsSpan(start, end - start), Milliseconds, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}

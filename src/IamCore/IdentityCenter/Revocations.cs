using System.Globalization;
using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>Denials for running sessions of a permission set's role (ST-153). They stay when the role is provisioned anew, and go when no session is left that they could meet.</summary>
internal static class Revocations
{
    private const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The longest session of a permission set.</summary>
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    /// <summary>Denies everything to sessions issued before a time; with a user, to those of that user alone.</summary>
    public static InlinePolicy Create(DateTimeOffset before, string? userId) => userId is null
        ? CutOffPolicies.Revocation(before)
        : new(
            $"{CutOffPolicies.RevokedSessions}-{userId}",
            new($$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"{{{{before.UtcDateTime.ToString(Milliseconds, CultureInfo.InvariantCulture)}}}}"},"StringEquals":{"identitystore:UserId":"{{{{userId}}}}"}}}]}"""));

    /// <summary>Those of a role that still matter.</summary>
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

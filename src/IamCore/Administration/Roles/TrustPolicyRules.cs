using IamCore.Administration.Policies;
using IamCore.Configuration;
using IamCore.Errors;
using IamCore.Model;
using IamCore.Policies.Linting;

namespace IamCore.Administration.Roles;

/// <summary>
/// Decides whether a trust policy may be stored, and reports findings (ID-110 to ID-113). Which actions make sense in it is left to the
/// validator (VA-149).
/// </summary>
internal static class TrustPolicyRules
{
    /// <summary>Throws if a document exceeds the quota (ID-207).</summary>
    public static void CheckSize(AdministrationWork work, PolicyText text) => work.Quotas.Check(Quota.AclSizePerRole, text.Size);

    /// <summary>Checks a document.</summary>
    /// <returns>The form in which it is stored, and the findings about it.</returns>
    /// <exception cref="IamException"><c>MalformedPolicyDocument</c>: the document cannot be stored.</exception>
    public static async ValueTask<(PolicyText Stored, ValueList<PolicyFinding> Findings)> CheckAsync(AdministrationWork work, PolicyText text)
    {
        if (DocumentRules.Read(text, PolicyType.Trust).Statements.Any(s => s.Principal is { IsEveryone: true }))
        {
            throw IamErrors.Malformed("The Principal \"*\" is not accepted in a trust policy; use {\"AWS\":\"*\"}", "ID-112");
        }

        var (document, found) = DocumentRules.Check(work, text, PolicyType.Trust);
        var findings = found.ToList();
        for (var i = 0; i < document.Statements.Count; i++)
        {
            findings.AddRange(FindingsOf(work, document.Statements[i], FormattableString.Invariant($"$.Statement[{i}]")));
        }

        return (await StoredPrincipals.ToIdsAsync(work, text).ConfigureAwait(false), [.. findings]);
    }

    private static IEnumerable<PolicyFinding> FindingsOf(AdministrationWork work, Statement statement, string path)
    {
        foreach (var entry in (IEnumerable<PrincipalEntry>)(statement.Principal?.Entries ?? []))
        {
            if (entry is { Type: PrincipalEntryType.Aws, Value: "*" } && statement.Effect == Effect.Allow && (statement.Condition?.Count ?? 0) == 0)
            {
                yield return new("W-WildcardPrincipalInTrust", FindingType.SecurityWarning, "Everyone may assume the role: no condition narrows the principal *", $"{path}.Principal");
            }

            if (entry.Type == PrincipalEntryType.Service && !((IEnumerable<RegisteredService>)work.Options.Services).Any(s => IsOf(s.Principal, entry.Value)))
            {
                yield return new("UnregisteredService", FindingType.Warning, $"\"{entry.Value}\" is not registered as a service", $"{path}.Principal");
            }
        }
    }

    /// <summary>
    /// Whether a principal denotes a registered service: <c>name.amazonaws.com</c> also stands for <c>name.region.amazonaws.com</c>
    /// (ID-122).
    /// </summary>
    private static bool IsOf(string registered, string used)
    {
        const string Domain = ".amazonaws.com";
        return used == registered
            || (registered.EndsWith(Domain, StringComparison.Ordinal) && used.EndsWith(Domain, StringComparison.Ordinal)
                && used.StartsWith(registered[..^Domain.Length] + ".", StringComparison.Ordinal));
    }
}

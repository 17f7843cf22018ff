using IamCore.Administration.Policies;
using IamCore.Configuration;
using IamCore.Errors;
using IamCore.Model;
using IamCore.Policies.Linting;

namespace IamCore.Administration.Roles;

/// <summary>When a trust policy is fit to be stored, and what is doubtful about it (ID-110 to ID-113); which actions make sense is the validator's to say (VA-149).</summary>
internal static class TrustPolicyRules
{
    /// <summary>Refuses a document beyond the quota (ID-207).</summary>
    public static void CheckSize(AdministrationWork work, PolicyText text) => work.Quotas.Check(Quota.AclSizePerRole, text.Size);

    /// <summary>Reads a document: the form in which it is stored, and what is doubtful about it.</summary>
    /// <exception cref="IamException"><c>MalformedPolicyDocument</c>.</exception>
    public static async ValueTask<(PolicyText Stored, ValueList<PolicyFinding> Findings)> CheckAsync(AdministrationWork work, PolicyText text)
    {
        if (DocumentRules.Read(text, PolicyType.Trust).Statements.Any(s => s.Principal is { IsEveryone: true }))
        {
            throw Refusals.Malformed("The Principal \"*\" is not accepted in a trust policy; use {\"AWS\":\"*\"}", "ID-112");
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

    /// <summary><c>name.amazonaws.com</c> stands also for <c>name.region.amazonaws.com</c> (ID-122).</summary>
    private static bool IsOf(string registered, string used)
    {
        const string Domain = ".amazonaws.com";
        return used == registered
            || (registered.EndsWith(Domain, StringComparison.Ordinal) && used.EndsWith(Domain, StringComparison.Ordinal)
                && used.StartsWith(registered[..^Domain.Length] + ".", StringComparison.Ordinal));
    }
}

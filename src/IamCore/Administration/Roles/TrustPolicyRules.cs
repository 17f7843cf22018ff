using IamCore.Errors;

namespace IamCore.Administration;

/// <summary>When a trust policy is fit to be stored, and what is doubtful about it (ID-110 to ID-113).</summary>
internal static class TrustPolicyRules
{
    private static readonly string[] TrustActions =
    [
        "sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity", "sts:SetContext",
    ];

    /// <summary>Refuses a document beyond the quota (ID-207).</summary>
    public static void CheckSize(AdministrationWork work, PolicyText text) => work.Quotas.Check(Quota.AclSizePerRole, text.Size);

    /// <summary>Reads a document: the form in which it is stored, and what is doubtful about it.</summary>
    /// <exception cref="IamException"><c>MalformedPolicyDocument</c>.</exception>
    public static async ValueTask<(PolicyText Stored, ValueList<PolicyFinding> Findings)> CheckAsync(AdministrationWork work, PolicyText text)
    {
        var document = DocumentRules.Read(text, PolicyType.Trust);
        var findings = new List<PolicyFinding>();
        for (var i = 0; i < document.Statements.Count; i++)
        {
            var path = FormattableString.Invariant($"$.Statement[{i}]");
            if (document.Statements[i].Principal is { IsEveryone: true })
            {
                throw Refusals.Malformed("The Principal \"*\" is not accepted in a trust policy; use {\"AWS\":\"*\"}", "ID-112");
            }

            findings.AddRange(FindingsOf(work, document.Statements[i], path));
        }

        return (await StoredPrincipals.ToIdsAsync(work, text).ConfigureAwait(false), [.. findings]);
    }

    private static IEnumerable<PolicyFinding> FindingsOf(AdministrationWork work, Statement statement, string path)
    {
        foreach (var entry in (IEnumerable<PrincipalEntry>)(statement.Principal?.Entries ?? []))
        {
            if (entry is { Type: PrincipalEntryType.Aws, Value: "*" } && statement.Effect == Effect.Allow && (statement.Condition?.Count ?? 0) == 0)
            {
                yield return new("W-WildcardPrincipalInTrust", "Everyone may assume the role: no condition narrows the principal *", $"{path}.Principal");
            }

            if (entry.Type == PrincipalEntryType.Service && !((IEnumerable<RegisteredService>)work.Options.Services).Any(s => IsOf(s.Principal, entry.Value)))
            {
                yield return new("UnregisteredService", $"\"{entry.Value}\" is not registered as a service", $"{path}.Principal");
            }
        }

        foreach (var action in (IEnumerable<string>)(statement.Action ?? []))
        {
            if (!Array.Exists(TrustActions, a => Covers(action, a)))
            {
                yield return new("UNSUPPORTED_ACTION_IN_POLICY", $"\"{action}\" is not an action on a role's trust", $"{path}.Action");
            }
        }
    }

    /// <summary>Whether a pattern of an action covers one, both compared without regard to case.</summary>
    private static bool Covers(string pattern, string action) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, action, ignoreCase: true);

    /// <summary><c>name.amazonaws.com</c> stands also for <c>name.region.amazonaws.com</c> (ID-122).</summary>
    private static bool IsOf(string registered, string used)
    {
        const string Domain = ".amazonaws.com";
        return used == registered
            || (registered.EndsWith(Domain, StringComparison.Ordinal) && used.EndsWith(Domain, StringComparison.Ordinal)
                && used.StartsWith(registered[..^Domain.Length] + ".", StringComparison.Ordinal));
    }
}

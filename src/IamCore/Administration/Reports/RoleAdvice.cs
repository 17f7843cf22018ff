namespace IamCore.Administration;

/// <summary>Findings about roles and who may assume them (ID-273).</summary>
internal static class RoleAdvice
{
    private static readonly TimeSpan Unused = TimeSpan.FromDays(400);

    public static async ValueTask AddAsync(AdministrationWork work, List<AdvisorFinding> findings)
    {
        foreach (var role in await work.AllAsync<IamRole>(ObjectKind.Role).ConfigureAwait(false))
        {
            AdviceOnInline.Add(role, findings);
            if (role.TrustPolicy.TryRead(PolicyType.Trust, out var trust, out _))
            {
                AddTrust(work, role, trust, findings);
            }

            if (!UserAdvice.IsEmergency(role) && work.Now - role.CreateDate > Unused && work.Options.LastAccessed is { } recorded && recorded.Find(role.Key, work.Now).Count == 0)
            {
                findings.Add(new("UnusedRole", AdvisorSeverity.Low, role.Arn, "ID-273", $"The role {role.Name} was not used for 400 days: delete it"));
            }
        }

        foreach (var group in await work.AllAsync<IamGroup>(ObjectKind.Group).ConfigureAwait(false))
        {
            AdviceOnInline.Add(group, findings);
        }
    }

    private static void AddTrust(AdministrationWork work, IamRole role, PolicyDocument trust, List<AdvisorFinding> findings)
    {
        foreach (var statement in trust.Statements.ToArray().Where(s => s.Effect == Effect.Allow))
        {
            foreach (var entry in (IEnumerable<PrincipalEntry>)(statement.Principal?.Entries ?? []))
            {
                if (entry is { Type: PrincipalEntryType.Aws, Value: "*" } && statement.Condition is null)
                {
                    findings.Add(new("TrustOpenToEveryone", AdvisorSeverity.High, role.Arn, "ID-273", $"Everyone may assume the role {role.Name}: name who may"));
                }
                else if (entry.Type == PrincipalEntryType.Aws && IsThirdParty(work, entry.Value) && !AsksExternalId(statement))
                {
                    findings.Add(new(
                        "ThirdPartyWithoutExternalId", AdvisorSeverity.Medium, role.Arn, "ID-273", $"The role {role.Name} trusts another account without sts:ExternalId: ask for one"));
                }
            }
        }
    }

    /// <summary>Accounts outside the organization are not told apart from third parties.</summary>
    private static bool IsThirdParty(AdministrationWork work, string principal) =>
        (AccountId.TryParse(principal, out var account) || (Arn.TryParse(principal, out var arn) && AccountId.TryParse(arn.Account, out account)))
        && account != work.AccountId;

    private static bool AsksExternalId(Statement statement) => (statement.Condition?.ToArray() ?? [])
        .Any(c => c.Keys.ToArray().Any(k => k.Key.Equals("sts:ExternalId", StringComparison.OrdinalIgnoreCase) || k.Key.Equals("aws:PrincipalOrgID", StringComparison.OrdinalIgnoreCase)));
}

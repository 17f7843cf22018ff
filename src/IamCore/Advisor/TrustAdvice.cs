using IamCore.Administration.Roles;
using IamCore.Model;

namespace IamCore.Advisor;

/// <summary>Checks who may assume a role, and whether anyone does (ID-273, ST-056).</summary>
internal static class TrustAdvice
{
    private static readonly TimeSpan Unused = TimeSpan.FromDays(400);

    public static async ValueTask<List<AdvisorFinding>> OfAsync(AdvisorFacts facts, IamRole role)
    {
        var findings = new List<AdvisorFinding>();
        if (role.Owner == RoleOwner.Customer && facts.KnowsAccess && facts.Now - role.CreateDate > Unused && !AdvisorFacts.IsEmergency(role)
            && (facts.LastUseOf(role.Key) is not { } used || facts.Now - used > Unused))
        {
            findings.Add(AdvisorFacts.Find(AdvisorCheck.UnusedRole, AdvisorSeverity.Low, role.Arn, "The role has not been used for 400 days"));
        }

        if (role.Owner != RoleOwner.Customer || !role.TrustPolicy.TryRead(PolicyType.Trust, out var trust, out _))
        {
            return findings;
        }

        foreach (var statement in ((IEnumerable<Statement>)trust.Statements).Where(statement => statement is { Effect: Effect.Allow, Principal: not null }))
        {
            var entries = statement.Principal!.Entries;
            if (statement.Condition is null or { Count: 0 } && (statement.Principal.IsEveryone || ((IEnumerable<PrincipalEntry>)entries).Any(e => e is { Type: PrincipalEntryType.Aws, Value: "*" })))
            {
                findings.Add(AdvisorFacts.Find(AdvisorCheck.OpenTrust, AdvisorSeverity.High, role.Arn, "The trust policy is open to everyone"));
            }

            foreach (var entry in (IEnumerable<PrincipalEntry>)entries)
            {
                if (entry.Type == PrincipalEntryType.Aws && !AsksForExternalId(statement) && await IsThirdPartyAsync(facts, entry.Value).ConfigureAwait(false))
                {
                    findings.Add(AdvisorFacts.Find(
                        AdvisorCheck.ThirdPartyWithoutExternalId, AdvisorSeverity.Medium, role.Arn, $"The third party {entry.Value} is trusted without sts:ExternalId"));
                }
            }

            if (((IEnumerable<PrincipalEntry>)entries).Count(e => e.Type == PrincipalEntryType.Federated && !e.Value.Contains(":saml-provider/", StringComparison.Ordinal)) > 1)
            {
                findings.Add(AdvisorFacts.Find(
                    AdvisorCheck.SeveralWebProviders, AdvisorSeverity.Medium, role.Arn, "A statement of the trust policy names several web identity providers", "ST-056"));
            }
        }

        return findings;
    }

    private static bool AsksForExternalId(Statement statement) => statement.Condition is { } condition
        && ((IEnumerable<ConditionBlock>)condition).SelectMany(block => block.Keys).Any(key => key.Key.Equals("sts:ExternalId", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether a principal belongs to an account that is neither this one, nor in its organization, nor kept in this directory beside it.
    /// </summary>
    private static async ValueTask<bool> IsThirdPartyAsync(AdvisorFacts facts, string principal)
    {
        if (StoredPrincipals.KeyOf(principal) is { } key)
        {
            var entity = await facts.Work.FindUntrackedAsync<IamEntity>(key).ConfigureAwait(false);
            return entity is not null && await IsOtherAsync(facts, entity.Account.ToString()).ConfigureAwait(false);
        }

        var account = AccountId.IsValid(principal) ? principal : Arn.TryParse(principal, out var arn) ? arn.Account.ToString() : "";
        return AccountId.IsValid(account) && await IsOtherAsync(facts, account).ConfigureAwait(false);
    }

    private static async ValueTask<bool> IsOtherAsync(AdvisorFacts facts, string id)
    {
        if (id == facts.Account.Id)
        {
            return false;
        }

        var account = await facts.Work.FindUntrackedAsync<IamAccount>(new(ObjectKind.Account, id)).ConfigureAwait(false);
        return account is null || account.Parent is null != facts.Account.Parent is null;
    }
}

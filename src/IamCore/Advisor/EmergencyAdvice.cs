using IamCore.Model;

namespace IamCore.Advisor;

/// <summary>Checks users and roles for emergencies: they must require MFA and be tested regularly (ID-274, ST-159, ST-160).</summary>
internal static class EmergencyAdvice
{
    public static IEnumerable<AdvisorFinding> Of(AdvisorFacts facts, IamUser user)
    {
        if (!facts.DeviceOwners.Contains(user.Key))
        {
            yield return AdvisorFacts.Find(AdvisorCheck.EmergencyWithoutMfa, AdvisorSeverity.High, user.Arn, "The emergency user has no MFA device", "ST-160");
        }

        if (facts.IsOld(facts.LastUseOf(user.Key) ?? user.CreateDate))
        {
            yield return AdvisorFacts.Find(AdvisorCheck.EmergencyUntested, AdvisorSeverity.Medium, user.Arn, "The emergency user has not been tested for 90 days", "ST-160");
        }
    }

    /// <summary>
    /// Checks a role. Only its trust in users and roles must require MFA; identity providers require it themselves (ST-159).
    /// </summary>
    public static IEnumerable<AdvisorFinding> Of(AdvisorFacts facts, IamRole role)
    {
        if (role.TrustPolicy.TryRead(PolicyType.Trust, out var trust, out _) && ((IEnumerable<Statement>)trust.Statements).Any(LetsInWithoutMfa))
        {
            yield return AdvisorFacts.Find(
                AdvisorCheck.EmergencyWithoutMfa, AdvisorSeverity.High, role.Arn, "The trust policy of the emergency role does not require MFA", "ST-160");
        }

        if (facts.KnowsAccess && facts.IsOld(facts.LastUseOf(role.Key) ?? role.CreateDate))
        {
            yield return AdvisorFacts.Find(AdvisorCheck.EmergencyUntested, AdvisorSeverity.Medium, role.Arn, "The emergency role has not been tested for 90 days", "ST-160");
        }
    }

    private static bool LetsInWithoutMfa(Statement statement) =>
        statement is { Effect: Effect.Allow, Principal: { } principal }
        && (principal.IsEveryone || ((IEnumerable<PrincipalEntry>)principal.Entries).Any(entry => entry.Type == PrincipalEntryType.Aws))
        && !((IEnumerable<ConditionBlock>?)statement.Condition ?? []).Any(AsksForMfa);

    /// <summary>Whether a condition requires MFA. Operators that an absent key satisfies do not.</summary>
    private static bool AsksForMfa(ConditionBlock block) => ((IEnumerable<ConditionEntry>)block.Keys).Any(entry => block.Operator switch
    {
        { IfExists: true } or { Qualifier: SetQualifier.ForAllValues } => false,
        { Comparison: Comparison.NumericLessThan or Comparison.NumericLessThanEquals } => IsKey(entry, "aws:MultiFactorAuthAge"),
        { Comparison: Comparison.Bool } => IsKey(entry, "aws:MultiFactorAuthPresent") && entry.Values.Count == 1 && entry.Values[0].Equals("true", StringComparison.OrdinalIgnoreCase),
        _ => false,
    });

    private static bool IsKey(ConditionEntry entry, string key) => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase);
}

using IamCore.Model;

namespace IamCore.Advisor;

/// <summary>Advice on users and roles for emergencies: they must have MFA, and be tried out (ID-274, ST-159, ST-160).</summary>
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
            yield return AdvisorFacts.Find(AdvisorCheck.EmergencyUntested, AdvisorSeverity.Medium, user.Arn, "The emergency user was not tried out for 90 days", "ST-160");
        }
    }

    /// <summary>A role's MFA is what its trust policy asks of users and roles; identity providers ask for theirs themselves (ST-159).</summary>
    public static IEnumerable<AdvisorFinding> Of(AdvisorFacts facts, IamRole role)
    {
        if (role.TrustPolicy.TryRead(PolicyType.Trust, out var trust, out _) && ((IEnumerable<Statement>)trust.Statements).Any(LetsInWithoutMfa))
        {
            yield return AdvisorFacts.Find(
                AdvisorCheck.EmergencyWithoutMfa, AdvisorSeverity.High, role.Arn, "The trust policy of the emergency role does not ask for MFA", "ST-160");
        }

        if (facts.KnowsAccess && facts.IsOld(facts.LastUseOf(role.Key) ?? role.CreateDate))
        {
            yield return AdvisorFacts.Find(AdvisorCheck.EmergencyUntested, AdvisorSeverity.Medium, role.Arn, "The emergency role was not tried out for 90 days", "ST-160");
        }
    }

    private static bool LetsInWithoutMfa(Statement statement) =>
        statement is { Effect: Effect.Allow, Principal: { } principal }
        && (principal.IsEveryone || ((IEnumerable<PrincipalEntry>)principal.Entries).Any(entry => entry.Type == PrincipalEntryType.Aws))
        && !((IEnumerable<ConditionBlock>?)statement.Condition ?? []).Any(AsksForMfa);

    /// <summary>Operators that an absent key satisfies do not ask for anything.</summary>
    private static bool AsksForMfa(ConditionBlock block) => ((IEnumerable<ConditionEntry>)block.Keys).Any(entry => block.Operator switch
    {
        { IfExists: true } or { Qualifier: SetQualifier.ForAllValues } => false,
        { Comparison: Comparison.NumericLessThan or Comparison.NumericLessThanEquals } => IsKey(entry, "aws:MultiFactorAuthAge"),
        { Comparison: Comparison.Bool } => IsKey(entry, "aws:MultiFactorAuthPresent") && entry.Values.Count == 1 && entry.Values[0].Equals("true", StringComparison.OrdinalIgnoreCase),
        _ => false,
    });

    private static bool IsKey(ConditionEntry entry, string key) => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase);
}

namespace IamCore.Advisor;

/// <summary>Checks the root user (ID-272).</summary>
internal static class RootAdvice
{
    public static IEnumerable<AdvisorFinding> Of(AdvisorFacts facts)
    {
        var root = facts.Account.Key;
        foreach (var key in facts.Keys[root])
        {
            yield return AdvisorFacts.Find(
                AdvisorCheck.RootAccessKey, AdvisorSeverity.High, facts.Account.RootArn, $"The root user has the access key {key.Id}; delete it", "ID-272");
        }

        if (!facts.DeviceOwners.Contains(root))
        {
            yield return AdvisorFacts.Find(AdvisorCheck.RootWithoutMfa, AdvisorSeverity.High, facts.Account.RootArn, "The root user has no MFA device", "ID-272");
        }

        if (facts.LastUseOf(root) is { } used && !facts.IsOld(used))
        {
            yield return AdvisorFacts.Find(
                AdvisorCheck.RootUsed,
                AdvisorSeverity.Medium,
                facts.Account.RootArn,
                FormattableString.Invariant($"The root user was used on {used:yyyy-MM-dd}; use an administrator instead"),
                "ID-272");
        }
    }
}

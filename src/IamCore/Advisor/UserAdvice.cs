using IamCore.Model;

namespace IamCore.Advisor;

/// <summary>Checks a user's credentials and use (ID-273, ID-274, ST-160).</summary>
internal static class UserAdvice
{
    public static IEnumerable<AdvisorFinding> Of(AdvisorFacts facts, IamUser user) =>
        ((IEnumerable<IEnumerable<AdvisorFinding>>)[Keys(facts, user), Password(facts, user), AdvisorFacts.IsEmergency(user) ? EmergencyAdvice.Of(facts, user) : Use(facts, user)])
            .SelectMany(findings => findings);

    private static IEnumerable<AdvisorFinding> Keys(AdvisorFacts facts, IamUser user)
    {
        foreach (var key in facts.Keys[user.Key].Where(key => key.Status == CredentialStatus.Active))
        {
            yield return user.Kind == UserKind.Workload
                ? AdvisorFacts.Find(AdvisorCheck.WorkloadWithKeys, AdvisorSeverity.Medium, user.Arn, $"An application uses the access key {key.Id}; give it a role")
                : AdvisorFacts.Find(AdvisorCheck.LongTermKey, AdvisorSeverity.Low, user.Arn, $"The access key {key.Id} is long-term; prefer temporary credentials", "CR-114");
            if (facts.IsOld(key.CreateDate))
            {
                yield return AdvisorFacts.Find(AdvisorCheck.OldAccessKey, AdvisorSeverity.Medium, user.Arn, $"The access key {key.Id} is older than 90 days; rotate it");
            }

            if (facts.IsOld(key.LastUsedDate ?? key.CreateDate) && !AdvisorFacts.IsEmergency(user))
            {
                yield return AdvisorFacts.Find(AdvisorCheck.UnusedCredential, AdvisorSeverity.Medium, user.Arn, $"The access key {key.Id} has not been used for 90 days; delete it");
            }
        }
    }

    private static IEnumerable<AdvisorFinding> Password(AdvisorFacts facts, IamUser user)
    {
        var profile = facts.Profiles.GetValueOrDefault(user.Key);
        if (profile is not null && user.Kind != UserKind.Workload && !facts.DeviceOwners.Contains(user.Key) && !AdvisorFacts.IsEmergency(user))
        {
            yield return AdvisorFacts.Find(AdvisorCheck.UserWithoutMfa, AdvisorSeverity.High, user.Arn, "The user signs in with a password and has no MFA device");
        }

        if (profile is not null && facts.IsOld(profile.PasswordLastUsed ?? profile.PasswordLastChanged) && !AdvisorFacts.IsEmergency(user))
        {
            yield return AdvisorFacts.Find(AdvisorCheck.UnusedCredential, AdvisorSeverity.Medium, user.Arn, "The password has not been used for 90 days; delete it");
        }

        var hasCredential = profile is not null || facts.Keys[user.Key].Any(key => key.Status == CredentialStatus.Active);
        if (user.Kind == UserKind.Human && hasCredential && facts.HasProvider && !AdvisorFacts.IsEmergency(user))
        {
            yield return AdvisorFacts.Find(
                AdvisorCheck.HumanBesideProvider, AdvisorSeverity.Low, user.Arn, "A person has credentials here although the account has an identity provider");
        }
    }

    private static IEnumerable<AdvisorFinding> Use(AdvisorFacts facts, IamUser user)
    {
        if (facts.IsOld(user.CreateDate) && (facts.LastUseOf(user.Key) is not { } used || facts.IsOld(used)))
        {
            yield return AdvisorFacts.Find(AdvisorCheck.UnusedUser, AdvisorSeverity.Medium, user.Arn, "The user has not been used for 90 days");
        }
    }
}

namespace IamCore.Administration;

/// <summary>Findings about users and their credentials (ID-273, ID-274).</summary>
internal static class UserAdvice
{
    public const string EmergencyTag = "iamcore:emergency";

    public static readonly TimeSpan Unused = TimeSpan.FromDays(90);

    public static async ValueTask AddAsync(AdministrationWork work, List<AdvisorFinding> findings)
    {
        var keys = (await work.AllAsync<AccessKey>(ObjectKind.AccessKey).ConfigureAwait(false)).ToLookup(k => k.Owner);
        var profiles = (await work.AllAsync<LoginProfile>(ObjectKind.LoginProfile).ConfigureAwait(false)).ToDictionary(p => p.Owner);
        var devices = (await work.AllAsync<MfaDevice>(ObjectKind.MfaDevice).ConfigureAwait(false)).ToLookup(d => d.Owner ?? default);
        var isServed = await work.CountAsync(ObjectKind.OidcProvider).ConfigureAwait(false) + await work.CountAsync(ObjectKind.SamlProvider).ConfigureAwait(false) > 0;
        foreach (var user in await work.AllAsync<IamUser>(ObjectKind.User).ConfigureAwait(false))
        {
            var credentials = new UserCredentials([.. keys[user.Key]], profiles.GetValueOrDefault(user.Key), devices[user.Key].Any());
            AddCredentials(work, user, credentials, isServed, findings);
            AddPolicies(work, user, findings);
        }
    }

    public static bool IsEmergency(IamEntity entity) =>
        entity.Tags.ToArray().Any(t => t.Key.Equals(EmergencyTag, StringComparison.OrdinalIgnoreCase) && t.Value == "true");

    private static void AddCredentials(AdministrationWork work, IamUser user, UserCredentials credentials, bool isServed, List<AdvisorFinding> findings)
    {
        var isEmergency = IsEmergency(user);
        var active = credentials.Keys.Where(k => k.Status == CredentialStatus.Active).ToList();
        if (active.Count > 0)
        {
            Add(user.Kind == UserKind.Workload ? "WorkloadWithAccessKey" : "LongTermAccessKey", AdvisorSeverity.Low, "has a long-term access key: temporary credentials of a role are better");
        }

        if (active.Exists(k => work.Now - k.CreateDate > Unused))
        {
            Add("OldAccessKey", AdvisorSeverity.Medium, "has an access key older than 90 days: rotate it");
        }

        if (!isEmergency && (active.Exists(k => work.Now - (k.LastUsedDate ?? k.CreateDate) > Unused)
            || (credentials.Profile is { } profile && work.Now - (profile.PasswordLastUsed ?? profile.PasswordLastChanged) > Unused)))
        {
            Add("UnusedCredential", AdvisorSeverity.Medium, "has a credential that was not used for 90 days: take it away");
        }

        if (isEmergency && !credentials.HasDevice)
        {
            Add("EmergencyUserWithoutMfa", AdvisorSeverity.High, "is for emergencies and has no MFA device: enable one", "ID-274");
        }
        else if (user.Kind != UserKind.Workload && credentials.Profile is not null && !credentials.HasDevice)
        {
            Add("UserWithoutMfa", AdvisorSeverity.High, "has a password but no MFA device: enable one");
        }

        if (user.Kind == UserKind.Human && isServed && !isEmergency && (credentials.Profile is not null || active.Count > 0))
        {
            Add("HumanOutsideFederation", AdvisorSeverity.Medium, "has credentials of its own although an identity provider serves the account");
        }

        var isUsed = work.Now - user.CreateDate <= Unused || credentials.Uses.Any(time => work.Now - time <= Unused)
            || work.Options.LastAccessed?.Find(user.Key, work.Now) is { Count: > 0 } seen && work.Now - seen[0].Time <= Unused;
        if (!isEmergency && !isUsed)
        {
            Add("UnusedUser", AdvisorSeverity.Low, "was not used for 90 days: delete it");
        }

        void Add(string code, AdvisorSeverity severity, string message, string rule = "ID-273") =>
            findings.Add(new(code, severity, user.Arn, rule, $"The user {user.Name} {message}"));
    }

    private static void AddPolicies(AdministrationWork work, IamUser user, List<AdvisorFinding> findings)
    {
        if (user.AttachedPolicies.Count > 0)
        {
            findings.Add(new("PolicyOnUser", AdvisorSeverity.Low, user.Arn, "ID-273", $"The user {user.Name} has policies attached directly: attach them to a group"));
        }

        if (user.AttachedPolicies.ToArray().Any(key => key.Id == "AdministratorAccess") || user.InlinePolicies.ToArray().Any(p => IsFullAccess(p.Document)))
        {
            findings.Add(new("AdministratorUser", AdvisorSeverity.Medium, user.Arn, "ID-273", $"The user {user.Name} has full access of its own: give it by a group or a role"));
        }

        AdviceOnInline.Add(user, findings);
    }

    private static bool IsFullAccess(PolicyText text) => text.TryRead(PolicyType.Identity, out var document, out _)
        && document.Statements.ToArray().Any(s => s is { Effect: Effect.Allow, Condition: null }
            && s.Action?.Contains("*") == true && s.Resource?.Contains("*") == true);

    private sealed record UserCredentials(IReadOnlyList<AccessKey> Keys, LoginProfile? Profile, bool HasDevice)
    {
        public IEnumerable<DateTimeOffset> Uses => Keys.Select(k => k.LastUsedDate).Append(Profile?.PasswordLastUsed).OfType<DateTimeOffset>();
    }
}

/// <summary>Inline policies that say the same twice (ID-273).</summary>
internal static class AdviceOnInline
{
    public static void Add(IamIdentity identity, List<AdvisorFinding> findings)
    {
        foreach (var same in identity.InlinePolicies.ToArray().Where(p => !CutOffPolicies.IsOne(p)).GroupBy(p => p.Document).Where(g => g.Count() > 1))
        {
            findings.Add(new(
                "DuplicateInlinePolicy", AdvisorSeverity.Low, identity.Arn, "ID-273", $"The inline policies {string.Join(", ", same.Select(p => p.Name))} of {identity.Name} are the same"));
        }
    }
}

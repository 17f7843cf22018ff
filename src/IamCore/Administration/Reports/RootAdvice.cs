namespace IamCore.Administration;

/// <summary>Findings about the root user (ID-272).</summary>
internal static class RootAdvice
{
    public static async ValueTask AddAsync(AdministrationWork work, List<AdvisorFinding> findings)
    {
        var posture = await new GetRootPosture().ApplyAsync(work).ConfigureAwait(false);
        var arn = work.Account.RootArn;
        var keys = await work.CountReferrersAsync(ObjectKind.AccessKey, Relation.Credential, work.Account.Key).ConfigureAwait(false);
        if (keys > 0)
        {
            findings.Add(new("RootAccessKey", AdvisorSeverity.High, arn, "ID-272", "The root user has an access key: delete it and use a role"));
        }

        if (posture.MfaDevices.Count == 0 && (posture.IsPasswordSet || keys > 0))
        {
            findings.Add(new("RootWithoutMfa", AdvisorSeverity.High, arn, "ID-272", "The root user has no MFA device: enable one"));
        }

        if (posture.WasUsedLately)
        {
            findings.Add(new("RootUsedLately", AdvisorSeverity.Medium, arn, "ID-272", "The root user was used in the last 90 days: use an administrator instead"));
        }
    }
}

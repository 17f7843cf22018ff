using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Adds a version to a customer managed policy (ID-143). Gives the policy.</summary>
/// <param name="PolicyArn">ARN of the policy.</param>
/// <param name="PolicyDocument">The document, kept as it is.</param>
/// <param name="SetAsDefault">Whether it comes into force at once (ID-247).</param>
public sealed record CreatePolicyVersion(string PolicyArn, string PolicyDocument, bool SetAsDefault = false) : IamChange<Saved<ManagedPolicy>>
{
    internal override void Validate(ParameterCheck check)
    {
        check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-148");
        check.Document(PolicyDocument, nameof(PolicyDocument));
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => PolicyTargets.AuthorizeAsync(work, Action, PolicyArn);

    internal override async ValueTask<Saved<ManagedPolicy>> ApplyAsync(AdministrationWork work)
    {
        var found = await ResolvedPolicy.GetAsync(work, PolicyArn, "ID-143").ConfigureAwait(false);
        var text = new PolicyText(PolicyDocument);
        if (found.Customer is not null)
        {
            CheckRevision(found.Customer);
            work.Quotas.Check(Quota.VersionsPerPolicy, found.Customer.Versions.Count + 1);
        }

        work.Quotas.Check(Quota.PolicySize, text.Size);
        var (_, findings) = DocumentRules.Check(work, text, PolicyType.Identity);
        var policy = found.Customer ?? throw PolicyTargets.ReadOnly(PolicyArn);
        var version = new PolicyVersion(FormattableString.Invariant($"v{policy.NextVersion}"), text, work.Now);
        var changed = policy with
        {
            Versions = [.. policy.Versions, version],
            NextVersion = policy.NextVersion + 1,
            DefaultVersionId = SetAsDefault ? version.VersionId : policy.DefaultVersionId,
            UpdateDate = work.Now,
        };
        work.Put(changed);
        return new(changed, findings);
    }
}

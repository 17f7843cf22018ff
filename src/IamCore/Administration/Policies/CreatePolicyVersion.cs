using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Adds a version to a customer managed policy (ID-143). The result is the policy with the validator's findings.</summary>
/// <param name="PolicyArn">The ARN of the policy.</param>
/// <param name="PolicyDocument">The policy document, stored as written.</param>
/// <param name="SetAsDefault">Whether the new version takes effect immediately (ID-247).</param>
public sealed record CreatePolicyVersion(string PolicyArn, string PolicyDocument, bool SetAsDefault = false) : IamChange<SaveResult<ManagedPolicy>>
{
    internal override void Validate(ParameterCheck check)
    {
        check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-148");
        check.Document(PolicyDocument, nameof(PolicyDocument));
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => PolicyTargets.AuthorizeAsync(work, Action, PolicyArn);

    internal override async ValueTask<SaveResult<ManagedPolicy>> ApplyAsync(AdministrationWork work)
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
        // Predefined policies are rejected only here, after the document: the order of checks is part of the API.
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

using IamCore.Administration;

namespace IamCore;

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

/// <summary>Puts another version of a customer managed policy in force (ID-144). Gives the policy.</summary>
/// <param name="PolicyArn">ARN of the policy.</param>
/// <param name="VersionId">The version.</param>
public sealed record SetDefaultPolicyVersion(string PolicyArn, string VersionId) : IamChange<ManagedPolicy>
{
    internal override void Validate(ParameterCheck check)
    {
        check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-148");
        PolicyTargets.CheckVersionId(check, VersionId);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => PolicyTargets.AuthorizeAsync(work, Action, PolicyArn);

    internal override async ValueTask<ManagedPolicy> ApplyAsync(AdministrationWork work)
    {
        var policy = await PolicyTargets.GetCustomerAsync(work, PolicyArn, "ID-144").ConfigureAwait(false);
        CheckRevision(policy);
        PolicyTargets.GetVersion(policy, VersionId, "ID-144");
        if (policy.DefaultVersionId == VersionId)
        {
            return policy;
        }

        var changed = policy with { DefaultVersionId = VersionId, UpdateDate = work.Now };
        work.Put(changed);
        return changed;
    }
}

/// <summary>Deletes a version that is not in force (ID-145). Gives the policy.</summary>
/// <param name="PolicyArn">ARN of the policy.</param>
/// <param name="VersionId">The version.</param>
public sealed record DeletePolicyVersion(string PolicyArn, string VersionId) : IamChange<ManagedPolicy>
{
    internal override void Validate(ParameterCheck check)
    {
        check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-148");
        PolicyTargets.CheckVersionId(check, VersionId);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => PolicyTargets.AuthorizeAsync(work, Action, PolicyArn);

    internal override async ValueTask<ManagedPolicy> ApplyAsync(AdministrationWork work)
    {
        var policy = await PolicyTargets.GetCustomerAsync(work, PolicyArn, "ID-145").ConfigureAwait(false);
        CheckRevision(policy);
        if (policy.DefaultVersionId == VersionId)
        {
            throw new IamException(IamErrorCode.DeleteConflict, "Cannot delete the default version of a policy.", "ID-145");
        }

        PolicyTargets.GetVersion(policy, VersionId, "ID-145");
        var changed = policy with { Versions = [.. ((IEnumerable<PolicyVersion>)policy.Versions).Where(v => v.VersionId != VersionId)] };
        work.Put(changed);
        return changed;
    }
}

/// <summary>Reads one version of a managed policy (ID-148).</summary>
/// <param name="PolicyArn">ARN of the policy.</param>
/// <param name="VersionId">The version.</param>
public sealed record GetPolicyVersion(string PolicyArn, string VersionId) : IamQuery<PolicyVersion>
{
    internal override void Validate(ParameterCheck check)
    {
        check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-148");
        PolicyTargets.CheckVersionId(check, VersionId);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => PolicyTargets.AuthorizeAsync(work, Action, PolicyArn);

    internal override async ValueTask<PolicyVersion> ApplyAsync(AdministrationWork work)
    {
        var found = await ResolvedPolicy.GetAsync(work, PolicyArn, "ID-148").ConfigureAwait(false);
        foreach (var version in PolicyDescription.VersionsOf(work, found))
        {
            if (version.VersionId == VersionId)
            {
                return version;
            }
        }

        throw new IamException(IamErrorCode.NoSuchEntity, $"Policy {PolicyArn} version {VersionId} does not exist or is not attachable.", "ID-148");
    }
}

/// <summary>Lists the versions of a managed policy, oldest first (ID-148).</summary>
/// <param name="PolicyArn">ARN of the policy.</param>
public sealed record ListPolicyVersions(string PolicyArn) : IamListQuery<PolicyVersion>
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-148");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => PolicyTargets.AuthorizeAsync(work, Action, PolicyArn);

    internal override async ValueTask<Page<PolicyVersion>> ApplyAsync(AdministrationWork work)
    {
        var found = await ResolvedPolicy.GetAsync(work, PolicyArn, "ID-148").ConfigureAwait(false);
        return work.PageOf(this, found.Key.ToString(), PolicyDescription.VersionsOf(work, found), v => v.VersionId.PadLeft(12), v => v.VersionId);
    }
}

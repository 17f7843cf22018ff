using IamCore.Administration;
using IamCore.Errors;

namespace IamCore;

/// <summary>Makes a service or resource control policy; attached to nothing it does nothing (ID-024). Gives the policy.</summary>
/// <param name="Name">The name, 1 to 128 characters, once in the organization.</param>
/// <param name="Type"><see cref="PolicyType.ServiceControl"/> or <see cref="PolicyType.ResourceControl"/>.</param>
/// <param name="Content">The document, at most 5120 characters, white space included (PL-190).</param>
public sealed record CreateControlPolicy(string Name, PolicyType Type, string Content) : OrganizationCommand<Saved<ControlPolicy>>
{
    /// <summary>For people, at most 512 characters.</summary>
    public string? Description { get; init; }

    /// <inheritdoc />
    public override string Action => "organizations:CreatePolicy";

    internal override void Validate(ParameterCheck check)
    {
        ControlPolicyRules.CheckTexts(check, Name, Description);
        check.Require(Type is PolicyType.ServiceControl or PolicyType.ResourceControl, nameof(Type), "must be ServiceControl or ResourceControl", "ID-024");
        check.Document(Content, nameof(Content));
    }

    internal override async ValueTask<Saved<ControlPolicy>> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        await ControlPolicyRules.CheckFreeAsync(work, organization, Name, default).ConfigureAwait(false);
        var (text, findings) = ControlPolicyRules.Check(work, Content, Type);
        var policy = new ControlPolicy
        {
            Id = UniqueId.ControlPolicy(work.Options.Random),
            OrganizationId = organization.Id,
            Name = Name,
            Description = Description,
            Type = Type,
            Document = text,
        };
        work.Put(policy);
        return new(policy, findings);
    }
}

/// <summary>Changes a control policy; takes effect wherever it is attached. Gives the policy.</summary>
/// <param name="PolicyId">The policy.</param>
public sealed record UpdateControlPolicy(string PolicyId) : OrganizationCommand<Saved<ControlPolicy>>
{
    /// <summary>The name; <see langword="null"/> leaves it.</summary>
    public string? Name { get; init; }

    /// <summary>The description; <see langword="null"/> leaves it.</summary>
    public string? Description { get; init; }

    /// <summary>The document; <see langword="null"/> leaves it.</summary>
    public string? Content { get; init; }

    /// <inheritdoc />
    public override string Action => "organizations:UpdatePolicy";

    private protected override IEnumerable<string> Targets => [PolicyId];

    internal override void Validate(ParameterCheck check)
    {
        ControlPolicyRules.CheckTexts(check, Name ?? "unchanged", Description);
        if (Content is not null)
        {
            check.Document(Content, nameof(Content));
        }
    }

    internal override async ValueTask<Saved<ControlPolicy>> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var policy = await ControlPolicyRules.GetAsync(work, organization, PolicyId).ConfigureAwait(false);
        CheckRevision(policy);
        await ControlPolicyRules.CheckFreeAsync(work, organization, Name ?? policy.Name, policy.Key).ConfigureAwait(false);
        var (text, findings) = Content is null ? (policy.Document, []) : ControlPolicyRules.Check(work, Content, policy.Type);
        var changed = policy with
        {
            Name = Name ?? policy.Name,
            Description = Description ?? policy.Description,
            Document = text,
        };
        if (changed != policy)
        {
            work.Put(changed);
        }

        return new(changed, findings);
    }
}

/// <summary>Deletes a control policy that is attached nowhere.</summary>
/// <param name="PolicyId">The policy.</param>
public sealed record DeleteControlPolicy(string PolicyId) : OrganizationCommand<Nothing>
{
    /// <inheritdoc />
    public override string Action => "organizations:DeletePolicy";

    private protected override IEnumerable<string> Targets => [PolicyId];

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var policy = await ControlPolicyRules.GetAsync(work, organization, PolicyId).ConfigureAwait(false);
        CheckRevision(policy);
        var blockers = new Blockers("ID-024");
        foreach (var kind in ControlPolicyRules.NodeKinds)
        {
            var nodes = await work.ReferrersAsync<OrganizationNode>(kind, Relation.ControlPolicy, policy.Key).ConfigureAwait(false);
            blockers.AddRange("detach the policy from all targets", nodes.Select(n => n.Id));
        }

        blockers.Throw();
        work.Delete(policy);
        return default;
    }
}

/// <summary>What operations on control policies have in common.</summary>
internal static class ControlPolicyRules
{
    public static ObjectKind[] NodeKinds { get; } = [ObjectKind.Organization, ObjectKind.OrganizationalUnit, ObjectKind.Account];

    public static void CheckTexts(ParameterCheck check, string? name, string? description)
    {
        if (check.Require(!string.IsNullOrWhiteSpace(name), "Name", "is required", "ID-024"))
        {
            check.Length(name!, "Name", 1, 128, "ID-024");
        }

        if (description is not null)
        {
            check.Length(description, "Description", 0, 512, "ID-024");
        }
    }

    /// <summary>Refuses a document beyond the quota, which counts every character (PL-190), and one that cannot be read.</summary>
    public static (PolicyText Text, ValueList<PolicyFinding> Findings) Check(AdministrationWork work, string content, PolicyType type)
    {
        work.Quotas.Check(Quota.ControlPolicySize, content.EnumerateRunes().Count());
        var text = new PolicyText(content);
        return (text, DocumentRules.Check(work, text, type).Findings);
    }

    public static async ValueTask CheckFreeAsync(AdministrationWork work, Organization organization, string name, ObjectKey own)
    {
        var other = await work.FindAsync<ControlPolicy>(DirectoryKeys.ControlPolicy(organization.Id, name)).ConfigureAwait(false);
        if (other is not null && other.Key != own)
        {
            throw Refusals.Taken("Control policy", name, "ID-024");
        }
    }

    public static async ValueTask<ControlPolicy> GetAsync(AdministrationWork work, Organization organization, string id)
    {
        var found = await work.FindAsync<ControlPolicy>(new ObjectKey(ObjectKind.ControlPolicy, id)).ConfigureAwait(false);
        return found is not null && found.OrganizationId == organization.Id ? found : throw Refusals.Missing("control policy", id, "ID-024");
    }
}

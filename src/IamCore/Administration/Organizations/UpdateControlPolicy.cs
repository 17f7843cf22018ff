using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>
/// Changes a control policy. The change takes effect wherever the policy is attached. The result is the policy with the validator's
/// findings.
/// </summary>
/// <param name="PolicyId">The id of the policy.</param>
public sealed record UpdateControlPolicy(string PolicyId) : OrganizationCommand<SaveResult<ControlPolicy>>
{
    /// <summary>The new name; <see langword="null"/> to keep the current one.</summary>
    public string? Name { get; init; }

    /// <summary>The new description; <see langword="null"/> to keep the current one.</summary>
    public string? Description { get; init; }

    /// <summary>The new document; <see langword="null"/> to keep the current one.</summary>
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

    internal override async ValueTask<SaveResult<ControlPolicy>> ApplyAsync(AdministrationWork work)
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

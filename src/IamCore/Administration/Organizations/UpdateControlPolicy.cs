using IamCore.Model;

namespace IamCore.Administration.Organizations;

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

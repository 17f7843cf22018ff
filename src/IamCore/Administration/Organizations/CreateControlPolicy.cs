using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>
/// Creates a service or resource control policy. It has no effect until it is attached (ID-024). The result is the new policy with the
/// validator's findings.
/// </summary>
/// <param name="Name">The name, 1 to 128 characters, unique in the organization.</param>
/// <param name="Type"><see cref="PolicyType.ServiceControl"/> or <see cref="PolicyType.ResourceControl"/>.</param>
/// <param name="Content">The document, at most 5120 characters including white space (PL-190).</param>
public sealed record CreateControlPolicy(string Name, PolicyType Type, string Content) : OrganizationCommand<SaveResult<ControlPolicy>>
{
    /// <summary>A description for people, at most 512 characters.</summary>
    public string? Description { get; init; }

    /// <inheritdoc />
    public override string Action => "organizations:CreatePolicy";

    internal override void Validate(ParameterCheck check)
    {
        ControlPolicyRules.CheckTexts(check, Name, Description);
        check.Require(Type is PolicyType.ServiceControl or PolicyType.ResourceControl, nameof(Type), "must be ServiceControl or ResourceControl", "ID-024");
        check.Document(Content, nameof(Content));
    }

    internal override async ValueTask<SaveResult<ControlPolicy>> ApplyAsync(AdministrationWork work)
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

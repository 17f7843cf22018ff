using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Returns the organization that the account operated on belongs to.</summary>
public sealed record DescribeOrganization : IamQuery<Organization>
{
    /// <inheritdoc />
    public override string Action => "organizations:DescribeOrganization";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<Organization> ApplyAsync(AdministrationWork work) => await OrganizationTree.FindAsync(work).ConfigureAwait(false)
        ?? throw new IamException(IamErrorCode.OrganizationNotFound, "The account is not a member of an organization.", "ID-022");
}

namespace IamCore.Administration.Organizations;

/// <summary>Lists the enabled features of root access management (ST-102).</summary>
public sealed record ListOrganizationsFeatures : IamQuery<OrganizationFeatures>
{
    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<OrganizationFeatures> ApplyAsync(AdministrationWork work) =>
        OrganizationFeatures.Of(await OrganizationTree.GetAdministeredAsync(work).ConfigureAwait(false));
}

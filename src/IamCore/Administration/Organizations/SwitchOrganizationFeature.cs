using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>
/// Enables or disables a feature of root access management. The management account and the delegated administrator may do this (ST-102).
/// </summary>
public abstract record SwitchOrganizationFeature : IamChange<OrganizationFeatures>
{
    private protected SwitchOrganizationFeature()
    {
    }

    internal sealed override void Validate(ParameterCheck check)
    {
    }

    internal sealed override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal sealed override async ValueTask<OrganizationFeatures> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetAdministeredAsync(work).ConfigureAwait(false);
        CheckRevision(organization);
        var changed = Switch(organization);
        if (changed != organization)
        {
            work.Put(changed);
        }

        return OrganizationFeatures.Of(changed);
    }

    private protected abstract Organization Switch(Organization organization);
}

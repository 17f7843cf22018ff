using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Switches a feature of root access management; for the management account and the delegated administrator (ST-102).</summary>
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

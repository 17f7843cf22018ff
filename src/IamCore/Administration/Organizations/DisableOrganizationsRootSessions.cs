using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Disables root task sessions in member accounts (ST-102). The result lists the features that remain enabled.</summary>
public sealed record DisableOrganizationsRootSessions : SwitchOrganizationFeature
{
    private protected override Organization Switch(Organization organization) => organization with { RootSessions = false };
}

using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>No longer lets it (ST-102).</summary>
public sealed record DisableOrganizationsRootSessions : SwitchOrganizationFeature
{
    private protected override Organization Switch(Organization organization) => organization with { RootSessions = false };
}

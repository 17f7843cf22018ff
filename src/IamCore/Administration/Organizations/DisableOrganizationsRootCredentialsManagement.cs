using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>No longer lets it (ST-102).</summary>
public sealed record DisableOrganizationsRootCredentialsManagement : SwitchOrganizationFeature
{
    private protected override Organization Switch(Organization organization) => organization with { RootCredentialsManagement = false };
}

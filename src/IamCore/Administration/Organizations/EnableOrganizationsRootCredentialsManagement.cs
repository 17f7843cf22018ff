using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>
/// Allows the management account to delete the root credentials of member accounts (ST-102). The result lists the enabled features.
/// </summary>
public sealed record EnableOrganizationsRootCredentialsManagement : SwitchOrganizationFeature
{
    private protected override Organization Switch(Organization organization) => organization with { RootCredentialsManagement = true };
}

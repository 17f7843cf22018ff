using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>
/// Disables the management of member accounts' root credentials (ST-102). The result lists the features that remain enabled.
/// </summary>
public sealed record DisableOrganizationsRootCredentialsManagement : SwitchOrganizationFeature
{
    private protected override Organization Switch(Organization organization) => organization with { RootCredentialsManagement = false };
}

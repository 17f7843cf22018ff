using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Lets the management account delete the root credentials of member accounts (ST-102).</summary>
public sealed record EnableOrganizationsRootCredentialsManagement : SwitchOrganizationFeature
{
    private protected override Organization Switch(Organization organization) => organization with { RootCredentialsManagement = true };
}

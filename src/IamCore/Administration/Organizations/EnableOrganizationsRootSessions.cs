using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>
/// Allows the management account to act as the root user of a member account for one task at a time, with <c>AssumeRoot</c> (ST-098,
/// ST-102). The result lists the enabled features.
/// </summary>
public sealed record EnableOrganizationsRootSessions : SwitchOrganizationFeature
{
    private protected override Organization Switch(Organization organization) => organization with { RootSessions = true };
}

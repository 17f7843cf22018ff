using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Lets the management account act as the root user of member accounts for one task at a time, with <c>AssumeRoot</c> (ST-098, ST-102).</summary>
public sealed record EnableOrganizationsRootSessions : SwitchOrganizationFeature
{
    private protected override Organization Switch(Organization organization) => organization with { RootSessions = true };
}

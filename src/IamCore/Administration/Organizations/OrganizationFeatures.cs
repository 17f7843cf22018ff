using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>What an organization lets its management account do about the root users of its members (ST-102).</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="EnabledFeatures"><c>RootCredentialsManagement</c>, <c>RootSessions</c>: those that are on, in ordinal order.</param>
public sealed record OrganizationFeatures(string OrganizationId, ValueList<string> EnabledFeatures)
{
    internal static OrganizationFeatures Of(Organization organization)
    {
        var enabled = new List<string>();
        if (organization.RootCredentialsManagement)
        {
            enabled.Add(nameof(Organization.RootCredentialsManagement));
        }

        if (organization.RootSessions)
        {
            enabled.Add(nameof(Organization.RootSessions));
        }

        return new(organization.Id, [.. enabled]);
    }
}

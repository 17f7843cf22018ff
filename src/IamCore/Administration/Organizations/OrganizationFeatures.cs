using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>What an organization allows its management account to do about the root users of its members (ST-102).</summary>
/// <param name="OrganizationId">The id of the organization.</param>
/// <param name="EnabledFeatures">
/// The enabled features among <c>RootCredentialsManagement</c> and <c>RootSessions</c>, in ordinal order.
/// </param>
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

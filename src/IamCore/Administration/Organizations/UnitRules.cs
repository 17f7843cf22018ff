using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Rules shared by the operations on organizational units.</summary>
internal static class UnitRules
{
    public static void CheckName(ParameterCheck check, string? name)
    {
        if (check.Require(!string.IsNullOrWhiteSpace(name), "Name", "is required", "ID-022"))
        {
            check.Length(name!, "Name", 1, 128, "ID-022");
        }
    }

    public static async ValueTask CheckFreeAsync(AdministrationWork work, OrganizationNode parent, string name, ObjectKey own)
    {
        var other = await work.FindAsync<OrganizationalUnit>(DirectoryKeys.OrganizationalUnit(parent.Id, name)).ConfigureAwait(false);
        if (other is not null && other.Key != own)
        {
            throw IamErrors.Taken("Organizational unit", name, "ID-022");
        }
    }

    public static async ValueTask<OrganizationalUnit> GetAsync(AdministrationWork work, Organization organization, string id) =>
        await OrganizationTree.GetNodeAsync(work, organization, id).ConfigureAwait(false) as OrganizationalUnit
        ?? throw IamErrors.Missing("organizational unit", id, "ID-022");
}

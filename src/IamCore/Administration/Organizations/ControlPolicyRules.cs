using IamCore.Administration.Policies;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Rules shared by the operations on control policies.</summary>
internal static class ControlPolicyRules
{
    public static ObjectKind[] NodeKinds { get; } = [ObjectKind.Organization, ObjectKind.OrganizationalUnit, ObjectKind.Account];

    public static void CheckTexts(ParameterCheck check, string? name, string? description)
    {
        if (check.Require(!string.IsNullOrWhiteSpace(name), "Name", "is required", "ID-024"))
        {
            check.Length(name!, "Name", 1, 128, "ID-024");
        }

        if (description is not null)
        {
            check.Length(description, "Description", 0, 512, "ID-024");
        }
    }

    /// <summary>Rejects a document that exceeds the quota, which counts every character (PL-190), or that cannot be read.</summary>
    public static (PolicyText Text, ValueList<PolicyFinding> Findings) Check(AdministrationWork work, string content, PolicyType type)
    {
        work.Quotas.Check(Quota.ControlPolicySize, content.EnumerateRunes().Count());
        var text = new PolicyText(content);
        return (text, DocumentRules.Check(work, text, type).Findings);
    }

    public static async ValueTask CheckFreeAsync(AdministrationWork work, Organization organization, string name, ObjectKey own)
    {
        var other = await work.FindAsync<ControlPolicy>(DirectoryKeys.ControlPolicy(organization.Id, name)).ConfigureAwait(false);
        if (other is not null && other.Key != own)
        {
            throw IamErrors.Taken("Control policy", name, "ID-024");
        }
    }

    public static async ValueTask<ControlPolicy> GetAsync(AdministrationWork work, Organization organization, string id)
    {
        var found = await work.FindAsync<ControlPolicy>(new ObjectKey(ObjectKind.ControlPolicy, id)).ConfigureAwait(false);
        return found is not null && found.OrganizationId == organization.Id ? found : throw IamErrors.Missing("control policy", id, "ID-024");
    }
}

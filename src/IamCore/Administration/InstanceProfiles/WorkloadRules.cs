using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.InstanceProfiles;

/// <summary>Rules shared by the operations on associations.</summary>
internal static class WorkloadRules
{
    public static void CheckId(ParameterCheck check, string? id)
    {
        check.Name(id, "WorkloadId", 64, "ID-137");
        check.Require(id is null || id.Length != 1, "WorkloadId", "must have length between 2 and 64", "ID-137");
    }

    public static ValueTask<WorkloadAssociation?> FindAsync(AdministrationWork work, string id) =>
        work.FindAsync<WorkloadAssociation>(WorkloadAssociation.KeyOf(work.AccountId, id));

    public static async ValueTask<WorkloadAssociation> GetAsync(AdministrationWork work, string id) =>
        await FindAsync(work, id).ConfigureAwait(false) ?? throw IamErrors.Missing("association of the workload", id, "ID-137");

    /// <summary>Checks the caller for the profile and for passing the role it contains.</summary>
    public static async ValueTask AuthorizePassingAsync(AdministrationWork work, string action, string profileName)
    {
        await work.CheckAsync(await NamedKind.InstanceProfile.CheckOnAsync(work, action, profileName).ConfigureAwait(false)).ConfigureAwait(false);
        var profile = await NamedKind.InstanceProfile.FindAsync<InstanceProfile>(work, profileName).ConfigureAwait(false);
        var role = profile?.RoleId is { } id ? await work.FindAsync<IamRole>(new ObjectKey(ObjectKind.Role, id)).ConfigureAwait(false) : null;
        if (role is not null)
        {
            await work.CheckAsync(RolePassing.CheckOf(role.Arn, role.Arn, work.Options.Credentials.WorkloadService)).ConfigureAwait(false);
        }
    }

    /// <summary>Checks the caller for the profile a workload is associated with; for an unknown workload, for all profiles.</summary>
    public static async ValueTask AuthorizeAsync(AdministrationWork work, string action, string workloadId)
    {
        var association = await FindAsync(work, workloadId).ConfigureAwait(false);
        var profile = association is null ? null : await work.FindAsync<InstanceProfile>(new ObjectKey(ObjectKind.InstanceProfile, association.ProfileId)).ConfigureAwait(false);
        await work.CheckAsync(new() { Action = action, Resource = profile?.Arn ?? "*", ShownResource = "*", ResourceTags = profile?.Tags }).ConfigureAwait(false);
    }

    /// <summary>Removes the associations of a profile that is being deleted.</summary>
    public static async ValueTask ReleaseAsync(AdministrationWork work, InstanceProfile profile)
    {
        foreach (var association in await work.ReferrersAsync<WorkloadAssociation>(ObjectKind.WorkloadAssociation, Relation.WorkloadProfile, profile.Key).ConfigureAwait(false))
        {
            work.Delete(association);
        }
    }
}

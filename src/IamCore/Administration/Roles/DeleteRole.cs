using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>
/// Deletes a role that has no policies and is in no instance profile; otherwise fails with <c>DeleteConflict</c> (ID-118). Its sessions
/// end with it (ID-119).
/// </summary>
/// <param name="RoleName">The name, ignoring case.</param>
public sealed record DeleteRole(string RoleName) : IamChange<NoResult>
{
    internal override void Validate(ParameterCheck check) => NamedKind.Role.Check(check, RoleName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => RoleRules.AuthorizeAsync(work, Action, RoleName);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var role = await NamedKind.Role.GetAsync<IamRole>(work, RoleName, "ID-118").ConfigureAwait(false);
        CheckRevision(role);
        IdentityRules<IamRole>.CheckModifiable(role, "ID-118");
        var profiles = await work.ReferrersAsync<InstanceProfile>(ObjectKind.InstanceProfile, Relation.ProfileRole, role.Key).ConfigureAwait(false);
        var conflicts = new DeleteConflicts("ID-118");
        conflicts.AddRange("delete policies", ((IEnumerable<InlinePolicy>)role.InlinePolicies).Select(p => p.Name));
        conflicts.AddRange("detach all policies", ((IEnumerable<ObjectKey>)role.AttachedPolicies).Select(p => p.Id));
        conflicts.AddRange("remove roles from instance profile", profiles.Select(p => p.Name));
        conflicts.Throw();
        work.Delete(role);
        return default;
    }
}

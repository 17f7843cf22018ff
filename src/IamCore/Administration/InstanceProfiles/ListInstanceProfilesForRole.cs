using IamCore.Model;

namespace IamCore.Administration.InstanceProfiles;

/// <summary>Lists the instance profiles that contain a role, by name (ID-136).</summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
public sealed record ListInstanceProfilesForRole(string RoleName) : IamListQuery<InstanceProfile>
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        NamedKind.Role.Check(check, RoleName);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await NamedKind.Role.CheckOnAsync(work, Action, RoleName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<Page<InstanceProfile>> ApplyAsync(AdministrationWork work)
    {
        var role = await NamedKind.Role.GetAsync<IamRole>(work, RoleName, "ID-136").ConfigureAwait(false);
        var held = new ObjectReference(Relation.ProfileRole, role.Key);
        return await work.PageAsync<InstanceProfile, InstanceProfile>(this, ObjectKind.InstanceProfile, null, refersTo: held).ConfigureAwait(false);
    }
}

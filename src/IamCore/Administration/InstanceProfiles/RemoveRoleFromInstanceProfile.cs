using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.InstanceProfiles;

/// <summary>
/// Removes a role from an instance profile; credentials already issued stay valid until they expire (ID-134, ID-139). The result is the
/// profile.
/// </summary>
/// <param name="InstanceProfileName">The name of the profile, ignoring case.</param>
/// <param name="RoleName">The name of the role, ignoring case.</param>
public sealed record RemoveRoleFromInstanceProfile(string InstanceProfileName, string RoleName) : IamChange<InstanceProfile>
{
    internal override void Validate(ParameterCheck check)
    {
        NamedKind.InstanceProfile.Check(check, InstanceProfileName);
        NamedKind.Role.Check(check, RoleName);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await NamedKind.InstanceProfile.CheckOnAsync(work, Action, InstanceProfileName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<InstanceProfile> ApplyAsync(AdministrationWork work)
    {
        var profile = await NamedKind.InstanceProfile.GetAsync<InstanceProfile>(work, InstanceProfileName, "ID-134").ConfigureAwait(false);
        var role = await NamedKind.Role.GetAsync<IamRole>(work, RoleName, "ID-134").ConfigureAwait(false);
        CheckRevision(profile);
        IdentityRules<IamRole>.CheckModifiable(role, "ID-126");
        if (profile.RoleId != role.Id)
        {
            throw new IamException(IamErrorCode.NoSuchEntity, $"The role {role.Name} is not in the instance profile {profile.Name}.", "ID-134");
        }

        var changed = profile with { RoleId = null };
        work.Put(changed);
        return changed;
    }
}

using IamCore.Administration.Roles;
using IamCore.Model;

namespace IamCore.Administration.InstanceProfiles;

/// <summary>Returns an instance profile with its role (ID-136).</summary>
/// <param name="InstanceProfileName">The name of the profile, ignoring case.</param>
public sealed record GetInstanceProfile(string InstanceProfileName) : IamQuery<InstanceProfileDescription>
{
    internal override void Validate(ParameterCheck check) => NamedKind.InstanceProfile.Check(check, InstanceProfileName);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await NamedKind.InstanceProfile.CheckOnAsync(work, Action, InstanceProfileName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<InstanceProfileDescription> ApplyAsync(AdministrationWork work)
    {
        var profile = await NamedKind.InstanceProfile.GetAsync<InstanceProfile>(work, InstanceProfileName, "ID-136").ConfigureAwait(false);
        var role = profile.RoleId is { } id ? await work.FindAsync<IamRole>(new ObjectKey(ObjectKind.Role, id)).ConfigureAwait(false) : null;
        return new(profile, role is null ? null : await StoredPrincipals.ShowAsync(work, role).ConfigureAwait(false));
    }
}

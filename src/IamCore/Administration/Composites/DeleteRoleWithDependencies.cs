using IamCore.Administration.InstanceProfiles;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>
/// Deletes a role together with its policies, removes it from all instance profiles and deletes the profiles of the same name (ID-118).
/// </summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
public sealed record DeleteRoleWithDependencies(string RoleName) : IamComposite<NoResult>
{
    internal override void Validate(ParameterCheck check) => NamedKind.Role.Check(check, RoleName);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var delete = new DeleteRole(RoleName);
        await work.AuthorizeAsync(delete).ConfigureAwait(false);
        var role = await NamedKind.Role.GetAsync<IamRole>(work, RoleName, "ID-118").ConfigureAwait(false);
        CheckRevision(role);
        IdentityRules<IamRole>.CheckModifiable(role, "ID-118");
        foreach (var profile in await work.ReferrersAsync<InstanceProfile>(ObjectKind.InstanceProfile, Relation.ProfileRole, role.Key).ConfigureAwait(false))
        {
            await work.RunAsync(new RemoveRoleFromInstanceProfile(profile.Name, RoleName)).ConfigureAwait(false);
            if (DirectoryKeys.Fold(profile.Name) == DirectoryKeys.Fold(role.Name))
            {
                await work.RunAsync(new DeleteInstanceProfile(profile.Name)).ConfigureAwait(false);
            }
        }

        await IdentityParts.StripAsync(work, role, name => new DeleteRolePolicy(RoleName, name), arn => new DetachRolePolicy(RoleName, arn)).ConfigureAwait(false);
        return await work.RunAsync(delete).ConfigureAwait(false);
    }
}

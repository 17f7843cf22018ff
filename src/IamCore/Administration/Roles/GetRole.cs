using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>Returns a role (ID-117).</summary>
/// <param name="RoleName">The name, ignoring case.</param>
public sealed record GetRole(string RoleName) : IamQuery<RoleDescription>
{
    internal override void Validate(ParameterCheck check) => NamedKind.Role.Check(check, RoleName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => RoleRules.AuthorizeAsync(work, Action, RoleName);

    internal override async ValueTask<RoleDescription> ApplyAsync(AdministrationWork work)
    {
        var role = await NamedKind.Role.GetAsync<IamRole>(work, RoleName, "ID-117").ConfigureAwait(false);
        return new(
            await StoredPrincipals.ShowAsync(work, role).ConfigureAwait(false),
            RoleCategories.Of(role),
            await ResolvedPolicy.ArnOfAsync(work, role.PermissionsBoundary).ConfigureAwait(false))
        {
            LastUsed = RoleLastUsed.Of(work, role),
        };
    }
}

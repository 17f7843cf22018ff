using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>Changes a role's description. <see cref="UpdateRole"/> does the same and more (ID-115). The result is the role.</summary>
/// <param name="RoleName">The name, ignoring case.</param>
/// <param name="Description">The new description.</param>
public sealed record UpdateRoleDescription(string RoleName, string Description) : IamChange<IamRole>
{
    internal override void Validate(ParameterCheck check)
    {
        NamedKind.Role.Check(check, RoleName);
        check.Require(Description is not null, nameof(Description), "is required", "ID-057");
        check.RoleDescription(Description);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => RoleRules.AuthorizeAsync(work, Action, RoleName);

    internal override ValueTask<IamRole> ApplyAsync(AdministrationWork work) =>
        new UpdateRole(RoleName) { Description = Description, ExpectedRevision = ExpectedRevision }.ApplyAsync(work);
}

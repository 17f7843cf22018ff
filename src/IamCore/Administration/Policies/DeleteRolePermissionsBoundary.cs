using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Removes a role's permissions boundary.</summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
public sealed record DeleteRolePermissionsBoundary(string RoleName) : DeletePermissionsBoundary<IamRole>
{
    internal override string EntityName => RoleName;
}

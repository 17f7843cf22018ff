using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Takes a role's permissions boundary away.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
public sealed record DeleteRolePermissionsBoundary(string RoleName) : DeletePermissionsBoundary<IamRole>
{
    internal override string EntityName => RoleName;
}

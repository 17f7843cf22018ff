using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Sets a role's permissions boundary.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
/// <param name="PermissionsBoundary">ARN of the managed policy.</param>
public sealed record PutRolePermissionsBoundary(string RoleName, string PermissionsBoundary) : PutPermissionsBoundary<IamRole>(PermissionsBoundary)
{
    internal override string EntityName => RoleName;
}

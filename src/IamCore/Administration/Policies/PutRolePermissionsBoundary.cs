using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Sets a role's permissions boundary.</summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
/// <param name="PermissionsBoundary">The ARN of the managed policy.</param>
public sealed record PutRolePermissionsBoundary(string RoleName, string PermissionsBoundary) : PutPermissionsBoundary<IamRole>(PermissionsBoundary)
{
    internal override string EntityName => RoleName;
}

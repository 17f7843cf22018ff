using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>A role with what is derived from it.</summary>
/// <param name="Role">The role. Its trust policy names users and roles by their current ARNs (ID-167).</param>
/// <param name="Category">The purpose of the role (ID-121).</param>
/// <param name="PermissionsBoundary">The ARN of the permissions boundary; <see langword="null"/> if there is none.</param>
public sealed record RoleDescription(IamRole Role, RoleCategory Category, string? PermissionsBoundary)
{
    /// <summary>
    /// When one of its sessions was last used; <see langword="null"/> if not within the last 400 days or if use is not recorded (ID-120).
    /// </summary>
    public RoleLastUsed? LastUsed { get; init; }
}

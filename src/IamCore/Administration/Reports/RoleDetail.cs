using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Model;

namespace IamCore.Administration.Reports;

/// <summary>A role with its policies and who may assume it.</summary>
/// <param name="Role">The role with its inline policies, tags and trust policy, which names users and roles by their current ARNs.</param>
/// <param name="AttachedPolicies">The managed policies attached to it.</param>
/// <param name="PermissionsBoundary">The ARN of the permissions boundary; <see langword="null"/> if there is none.</param>
/// <param name="InstanceProfiles">The names of the instance profiles that contain it.</param>
public sealed record RoleDetail(IamRole Role, ValueList<AttachedPolicy> AttachedPolicies, string? PermissionsBoundary, ValueList<string> InstanceProfiles)
{
    /// <summary>
    /// When one of its sessions was last used; <see langword="null"/> if not within the last 400 days or if use is not recorded (ID-120).
    /// </summary>
    public RoleLastUsed? LastUsed { get; init; }
}

using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Model;

namespace IamCore.Administration.Reports;

/// <summary>A role with what it is allowed by and who may assume it.</summary>
/// <param name="Role">The role with its trust policy, as people see it, inline policies and tags.</param>
/// <param name="AttachedPolicies">The managed policies attached to it.</param>
/// <param name="PermissionsBoundary">ARN of the boundary; <see langword="null"/> without one.</param>
/// <param name="InstanceProfiles">Names of the instance profiles that hold it.</param>
public sealed record RoleDetail(IamRole Role, ValueList<AttachedPolicy> AttachedPolicies, string? PermissionsBoundary, ValueList<string> InstanceProfiles)
{
    /// <summary>When a session of it was last used; <see langword="null"/> for not within 400 days, and where nothing is recorded (ID-120).</summary>
    public RoleLastUsed? LastUsed { get; init; }
}

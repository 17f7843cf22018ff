using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Detaches a managed policy from a role.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
/// <param name="PolicyArn">ARN of the policy.</param>
public sealed record DetachRolePolicy(string RoleName, string PolicyArn) : DetachPolicy<IamRole>(PolicyArn)
{
    internal override string IdentityName => RoleName;
}

using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Detaches a managed policy from a role.</summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
/// <param name="PolicyArn">The ARN of the policy.</param>
public sealed record DetachRolePolicy(string RoleName, string PolicyArn) : DetachPolicy<IamRole>(PolicyArn)
{
    internal override string IdentityName => RoleName;
}

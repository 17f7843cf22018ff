using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Attaches a managed policy to a role.</summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
/// <param name="PolicyArn">The ARN of the policy.</param>
public sealed record AttachRolePolicy(string RoleName, string PolicyArn) : AttachPolicy<IamRole>(PolicyArn)
{
    internal override string IdentityName => RoleName;
}

using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Returns an inline policy of a role.</summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
/// <param name="PolicyName">The name of the policy; case matters.</param>
public sealed record GetRolePolicy(string RoleName, string PolicyName) : GetInlinePolicy<IamRole>(PolicyName)
{
    internal override string IdentityName => RoleName;
}

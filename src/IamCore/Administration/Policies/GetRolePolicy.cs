using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Reads an inline policy of a role.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
public sealed record GetRolePolicy(string RoleName, string PolicyName) : GetInlinePolicy<IamRole>(PolicyName)
{
    internal override string IdentityName => RoleName;
}

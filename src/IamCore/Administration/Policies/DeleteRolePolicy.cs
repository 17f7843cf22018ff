using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Deletes an inline policy of a role.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
public sealed record DeleteRolePolicy(string RoleName, string PolicyName) : DeleteInlinePolicy<IamRole>(PolicyName)
{
    internal override string IdentityName => RoleName;
}

using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Deletes an inline policy of a role.</summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
/// <param name="PolicyName">The name of the policy; case matters.</param>
public sealed record DeleteRolePolicy(string RoleName, string PolicyName) : DeleteInlinePolicy<IamRole>(PolicyName)
{
    internal override string IdentityName => RoleName;
}

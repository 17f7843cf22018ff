using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Adds or replaces an inline policy of a role.</summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
/// <param name="PolicyName">The name of the policy; case matters.</param>
/// <param name="PolicyDocument">The policy document, stored as written.</param>
public sealed record PutRolePolicy(string RoleName, string PolicyName, string PolicyDocument) : PutPolicy<IamRole>(PolicyName, PolicyDocument)
{
    internal override string IdentityName => RoleName;
}

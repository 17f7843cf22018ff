using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Adds or replaces an inline policy of a role.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
/// <param name="PolicyDocument">The document, kept as it is.</param>
public sealed record PutRolePolicy(string RoleName, string PolicyName, string PolicyDocument) : PutPolicy<IamRole>(PolicyName, PolicyDocument)
{
    internal override string IdentityName => RoleName;
}

using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Lists the managed policies attached to a role.</summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
public sealed record ListAttachedRolePolicies(string RoleName) : ListAttachedPolicies<IamRole>
{
    internal override string IdentityName => RoleName;
}

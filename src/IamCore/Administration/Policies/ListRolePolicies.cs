using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Lists the names of a role's inline policies.</summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
public sealed record ListRolePolicies(string RoleName) : ListInlinePolicies<IamRole>
{
    internal override string IdentityName => RoleName;
}

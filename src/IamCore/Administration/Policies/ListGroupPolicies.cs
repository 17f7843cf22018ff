using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Lists the names of a group's inline policies.</summary>
/// <param name="GroupName">The name of the group, ignoring case.</param>
public sealed record ListGroupPolicies(string GroupName) : ListInlinePolicies<IamGroup>
{
    internal override string IdentityName => GroupName;
}

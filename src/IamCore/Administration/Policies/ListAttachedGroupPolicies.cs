using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Lists the managed policies attached to a group.</summary>
/// <param name="GroupName">The name of the group, ignoring case.</param>
public sealed record ListAttachedGroupPolicies(string GroupName) : ListAttachedPolicies<IamGroup>
{
    internal override string IdentityName => GroupName;
}

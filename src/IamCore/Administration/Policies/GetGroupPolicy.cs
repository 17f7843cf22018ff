using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Returns an inline policy of a group.</summary>
/// <param name="GroupName">The name of the group, ignoring case.</param>
/// <param name="PolicyName">The name of the policy; case matters.</param>
public sealed record GetGroupPolicy(string GroupName, string PolicyName) : GetInlinePolicy<IamGroup>(PolicyName)
{
    internal override string IdentityName => GroupName;
}

using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Deletes an inline policy of a group.</summary>
/// <param name="GroupName">The name of the group, ignoring case.</param>
/// <param name="PolicyName">The name of the policy; case matters.</param>
public sealed record DeleteGroupPolicy(string GroupName, string PolicyName) : DeleteInlinePolicy<IamGroup>(PolicyName)
{
    internal override string IdentityName => GroupName;
}

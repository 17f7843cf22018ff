using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Deletes an inline policy of a group.</summary>
/// <param name="GroupName">The group, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
public sealed record DeleteGroupPolicy(string GroupName, string PolicyName) : DeleteInlinePolicy<IamGroup>(PolicyName)
{
    internal override string IdentityName => GroupName;
}

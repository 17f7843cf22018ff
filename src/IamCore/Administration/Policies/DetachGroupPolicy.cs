using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Detaches a managed policy from a group.</summary>
/// <param name="GroupName">The name of the group, ignoring case.</param>
/// <param name="PolicyArn">The ARN of the policy.</param>
public sealed record DetachGroupPolicy(string GroupName, string PolicyArn) : DetachPolicy<IamGroup>(PolicyArn)
{
    internal override string IdentityName => GroupName;
}

using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Attaches a managed policy to a group.</summary>
/// <param name="GroupName">The name of the group, ignoring case.</param>
/// <param name="PolicyArn">The ARN of the policy.</param>
public sealed record AttachGroupPolicy(string GroupName, string PolicyArn) : AttachPolicy<IamGroup>(PolicyArn)
{
    internal override string IdentityName => GroupName;
}

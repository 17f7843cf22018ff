using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Detaches a managed policy from a user.</summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
/// <param name="PolicyArn">The ARN of the policy.</param>
public sealed record DetachUserPolicy(string UserName, string PolicyArn) : DetachPolicy<IamUser>(PolicyArn)
{
    internal override string IdentityName => UserName;
}

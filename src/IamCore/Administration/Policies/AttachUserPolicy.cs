using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Attaches a managed policy to a user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
/// <param name="PolicyArn">ARN of the policy.</param>
public sealed record AttachUserPolicy(string UserName, string PolicyArn) : AttachPolicy<IamUser>(PolicyArn)
{
    internal override string IdentityName => UserName;
}

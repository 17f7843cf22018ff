using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Attaches a managed policy to a user.</summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
/// <param name="PolicyArn">The ARN of the policy.</param>
public sealed record AttachUserPolicy(string UserName, string PolicyArn) : AttachPolicy<IamUser>(PolicyArn)
{
    internal override string IdentityName => UserName;
}

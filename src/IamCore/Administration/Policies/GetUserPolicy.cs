using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Returns an inline policy of a user.</summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
/// <param name="PolicyName">The name of the policy; case matters.</param>
public sealed record GetUserPolicy(string UserName, string PolicyName) : GetInlinePolicy<IamUser>(PolicyName)
{
    internal override string IdentityName => UserName;
}

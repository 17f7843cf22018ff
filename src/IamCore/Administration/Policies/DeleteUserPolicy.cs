using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Deletes an inline policy of a user.</summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
/// <param name="PolicyName">The name of the policy; case matters.</param>
public sealed record DeleteUserPolicy(string UserName, string PolicyName) : DeleteInlinePolicy<IamUser>(PolicyName)
{
    internal override string IdentityName => UserName;
}

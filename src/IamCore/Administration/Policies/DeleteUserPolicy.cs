using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Deletes an inline policy of a user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
public sealed record DeleteUserPolicy(string UserName, string PolicyName) : DeleteInlinePolicy<IamUser>(PolicyName)
{
    internal override string IdentityName => UserName;
}

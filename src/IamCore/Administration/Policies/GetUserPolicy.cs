using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Reads an inline policy of a user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
public sealed record GetUserPolicy(string UserName, string PolicyName) : GetInlinePolicy<IamUser>(PolicyName)
{
    internal override string IdentityName => UserName;
}

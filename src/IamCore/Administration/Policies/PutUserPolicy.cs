using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Adds or replaces an inline policy of a user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
/// <param name="PolicyDocument">The document, kept as it is.</param>
public sealed record PutUserPolicy(string UserName, string PolicyName, string PolicyDocument) : PutPolicy<IamUser>(PolicyName, PolicyDocument)
{
    internal override string IdentityName => UserName;
}

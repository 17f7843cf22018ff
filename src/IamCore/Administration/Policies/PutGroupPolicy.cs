using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Adds or replaces an inline policy of a group.</summary>
/// <param name="GroupName">The name of the group, ignoring case.</param>
/// <param name="PolicyName">The name of the policy; case matters.</param>
/// <param name="PolicyDocument">The policy document, stored as written.</param>
public sealed record PutGroupPolicy(string GroupName, string PolicyName, string PolicyDocument) : PutPolicy<IamGroup>(PolicyName, PolicyDocument)
{
    internal override string IdentityName => GroupName;
}

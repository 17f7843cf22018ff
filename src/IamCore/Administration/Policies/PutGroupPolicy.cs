using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Adds or replaces an inline policy of a group.</summary>
/// <param name="GroupName">The group, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
/// <param name="PolicyDocument">The document, kept as it is.</param>
public sealed record PutGroupPolicy(string GroupName, string PolicyName, string PolicyDocument) : PutPolicy<IamGroup>(PolicyName, PolicyDocument)
{
    internal override string IdentityName => GroupName;
}

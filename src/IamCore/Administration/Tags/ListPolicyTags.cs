using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Lists the tags of a customer managed policy.</summary>
/// <param name="PolicyArn">The ARN of the policy.</param>
public sealed record ListPolicyTags(string PolicyArn) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.ManagedPolicy, PolicyArn);
}

using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Takes tags from a customer managed policy.</summary>
/// <param name="PolicyArn">ARN of the policy.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagPolicy(string PolicyArn, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.ManagedPolicy, PolicyArn);
}

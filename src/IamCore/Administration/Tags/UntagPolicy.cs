using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Removes tags from a customer managed policy.</summary>
/// <param name="PolicyArn">The ARN of the policy.</param>
/// <param name="TagKeys">The keys of the tags to remove.</param>
public sealed record UntagPolicy(string PolicyArn, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.ManagedPolicy, PolicyArn);
}

using IamCore.Administration;

namespace IamCore;

/// <summary>Tags a customer managed policy.</summary>
/// <param name="PolicyArn">ARN of the policy.</param>
/// <param name="Tags">The tags.</param>
public sealed record TagPolicy(string PolicyArn, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.ManagedPolicy, PolicyArn);
}

/// <summary>Takes tags from a customer managed policy.</summary>
/// <param name="PolicyArn">ARN of the policy.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagPolicy(string PolicyArn, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.ManagedPolicy, PolicyArn);
}

/// <summary>Lists the tags of a customer managed policy.</summary>
/// <param name="PolicyArn">ARN of the policy.</param>
public sealed record ListPolicyTags(string PolicyArn) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.ManagedPolicy, PolicyArn);
}

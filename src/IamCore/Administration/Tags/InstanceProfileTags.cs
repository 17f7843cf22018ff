using IamCore.Administration;

namespace IamCore;

/// <summary>Tags an instance profile.</summary>
/// <param name="InstanceProfileName">The instance profile, in any letter case.</param>
/// <param name="Tags">The tags.</param>
public sealed record TagInstanceProfile(string InstanceProfileName, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.InstanceProfile, InstanceProfileName);
}

/// <summary>Takes tags from an instance profile.</summary>
/// <param name="InstanceProfileName">The instance profile, in any letter case.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagInstanceProfile(string InstanceProfileName, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.InstanceProfile, InstanceProfileName);
}

/// <summary>Lists the tags of an instance profile.</summary>
/// <param name="InstanceProfileName">The instance profile, in any letter case.</param>
public sealed record ListInstanceProfileTags(string InstanceProfileName) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.InstanceProfile, InstanceProfileName);
}

using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Removes tags from an instance profile.</summary>
/// <param name="InstanceProfileName">The name of the instance profile, ignoring case.</param>
/// <param name="TagKeys">The keys of the tags to remove.</param>
public sealed record UntagInstanceProfile(string InstanceProfileName, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.InstanceProfile, InstanceProfileName);
}

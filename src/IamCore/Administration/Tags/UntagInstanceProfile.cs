using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Takes tags from an instance profile.</summary>
/// <param name="InstanceProfileName">The instance profile, in any letter case.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagInstanceProfile(string InstanceProfileName, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.InstanceProfile, InstanceProfileName);
}

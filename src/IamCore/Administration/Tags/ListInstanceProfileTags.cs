using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Lists the tags of an instance profile.</summary>
/// <param name="InstanceProfileName">The name of the instance profile, ignoring case.</param>
public sealed record ListInstanceProfileTags(string InstanceProfileName) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.InstanceProfile, InstanceProfileName);
}

using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Tags an instance profile.</summary>
/// <param name="InstanceProfileName">The name of the instance profile, ignoring case.</param>
/// <param name="Tags">The tags to add or change.</param>
public sealed record TagInstanceProfile(string InstanceProfileName, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.InstanceProfile, InstanceProfileName);
}

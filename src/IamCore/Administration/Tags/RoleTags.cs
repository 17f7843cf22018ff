using IamCore.Administration;

namespace IamCore;

/// <summary>Tags a role.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
/// <param name="Tags">The tags.</param>
public sealed record TagRole(string RoleName, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.Role, RoleName);
}

/// <summary>Takes tags from a role.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagRole(string RoleName, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.Role, RoleName);
}

/// <summary>Lists the tags of a role.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
public sealed record ListRoleTags(string RoleName) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.Role, RoleName);
}

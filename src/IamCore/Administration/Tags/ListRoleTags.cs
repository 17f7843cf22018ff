using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Lists the tags of a role.</summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
public sealed record ListRoleTags(string RoleName) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.Role, RoleName);
}

using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Tags a role.</summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
/// <param name="Tags">The tags to add or change.</param>
public sealed record TagRole(string RoleName, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.Role, RoleName);
}

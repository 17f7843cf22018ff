using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Removes tags from a role.</summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
/// <param name="TagKeys">The keys of the tags to remove.</param>
public sealed record UntagRole(string RoleName, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.Role, RoleName);
}

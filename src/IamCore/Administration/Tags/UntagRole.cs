using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Takes tags from a role.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagRole(string RoleName, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.Role, RoleName);
}

using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Takes tags from an user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagUser(string UserName, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.User, UserName);
}

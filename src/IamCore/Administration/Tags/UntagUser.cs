using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Removes tags from a user.</summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
/// <param name="TagKeys">The keys of the tags to remove.</param>
public sealed record UntagUser(string UserName, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.User, UserName);
}

using IamCore.Administration;

namespace IamCore;

/// <summary>Tags an user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
/// <param name="Tags">The tags.</param>
public sealed record TagUser(string UserName, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.User, UserName);
}

/// <summary>Takes tags from an user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagUser(string UserName, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.User, UserName);
}

/// <summary>Lists the tags of an user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
public sealed record ListUserTags(string UserName) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.User, UserName);
}

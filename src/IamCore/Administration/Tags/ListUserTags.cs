using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Lists the tags of a user.</summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
public sealed record ListUserTags(string UserName) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.User, UserName);
}

using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Lists the tags of an user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
public sealed record ListUserTags(string UserName) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.User, UserName);
}

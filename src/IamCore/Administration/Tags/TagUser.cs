using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Tags an user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
/// <param name="Tags">The tags.</param>
public sealed record TagUser(string UserName, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.User, UserName);
}

using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Tags a user.</summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
/// <param name="Tags">The tags to add or change.</param>
public sealed record TagUser(string UserName, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.User, UserName);
}

using IamCore.Policies.Parsing;

namespace IamCore.Policies.Linting.Model;

/// <summary>The value of Action, NotAction, Resource, NotResource, a principal type or a condition key: one or many texts.</summary>
/// <param name="Member">The member's node.</param>
/// <param name="IsList">Whether it was written as a list.</param>
/// <param name="Values">Its strings, numbers and booleans in order.</param>
internal sealed record ElementView(int Member, bool IsList, TextNode[] Values)
{
    /// <summary>Whether this is <c>[]</c>.</summary>
    public bool IsEmptyList(SourceTree tree) => IsList && tree[Member].Count == 0;
}

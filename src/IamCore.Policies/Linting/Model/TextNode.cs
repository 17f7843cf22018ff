namespace IamCore.Policies.Linting.Model;

/// <summary>A value with its text.</summary>
/// <param name="Node">The node.</param>
/// <param name="Text">The decoded text; of numbers and booleans their JSON text (PL-103).</param>
/// <param name="IsFaulty">Whether the parser refuses it.</param>
internal readonly record struct TextNode(int Node, string Text, bool IsFaulty);

/// <summary>The value of Action, NotAction, Resource, NotResource, a principal type or a condition key: one or many texts.</summary>
/// <param name="Member">The member's node.</param>
/// <param name="IsList">Whether it was written as a list.</param>
/// <param name="Values">Its strings, numbers and booleans in order.</param>
internal sealed record ElementView(int Member, bool IsList, TextNode[] Values)
{
    /// <summary>Whether this is <c>[]</c>.</summary>
    public bool IsEmptyList(Parsing.SourceTree tree) => IsList && tree[Member].Count == 0;
}

namespace IamCore.Policies.Linting.Model;

/// <summary>A value with its text.</summary>
/// <param name="Node">The node.</param>
/// <param name="Text">The decoded text; of numbers and booleans their JSON text (PL-103).</param>
/// <param name="IsFaulty">Whether the parser refuses it.</param>
internal readonly record struct TextNode(int Node, string Text, bool IsFaulty);

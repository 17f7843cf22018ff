namespace IamCore.Policies.Linting.Model;

/// <summary>A place in the document that a finding is about, before it is turned into a path and a span.</summary>
/// <param name="Node">The node.</param>
/// <param name="Part">Which token of the node.</param>
/// <param name="Start">Where a part of a string starts, in UTF-16 code units of the decoded text.</param>
/// <param name="Length">The length of that part; 0: the whole.</param>
internal readonly record struct Place(int Node, PlacePart Part, int Start = 0, int Length = 0)
{
    /// <summary>The value of a node.</summary>
    public static Place Value(int node) => new(node, PlacePart.Value);

    /// <summary>The name of a member.</summary>
    public static Place Name(int node) => new(node, PlacePart.Name);

    /// <summary>The opening brace of an object that lacks something.</summary>
    public static Place Opening(int node) => new(node, PlacePart.Opening);

    /// <summary>A part of a string.</summary>
    public static Place Substring(int node, int start, int length) => new(node, PlacePart.Value, start, length);
}

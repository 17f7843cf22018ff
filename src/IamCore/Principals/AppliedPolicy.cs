using IamCore.Model;

namespace IamCore.Principals;

/// <summary>A stored policy document that applies to a decision, with its origin.</summary>
public sealed record AppliedPolicy
{
    /// <summary>Identifies the document. Equal keys mean equal documents, so that compiled policies can be shared.</summary>
    public required PolicyKey Key { get; init; }

    /// <summary>The name of the managed or inline policy.</summary>
    public required string Name { get; init; }

    /// <summary>The origin shown in explanations, for example <c>group Developers</c> or <c>organizational unit Production</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>The document; it may be invalid.</summary>
    public required PolicyText Document { get; init; }
}

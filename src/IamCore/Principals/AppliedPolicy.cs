using IamCore.Model;

namespace IamCore.Principals;

/// <summary>A stored document that bears on a decision, with where it came from.</summary>
public sealed record AppliedPolicy
{
    /// <summary>Which document this is; equal keys have equal documents, so what is made of one can be shared.</summary>
    public required PolicyKey Key { get; init; }

    /// <summary>The policy's name in reports: of a managed policy its name, of an inline one its name in its identity.</summary>
    public required string Name { get; init; }

    /// <summary>Where it came from, for people: for example <c>group Developers</c> or <c>organizational unit Production</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>The document, perhaps unreadable.</summary>
    public required PolicyText Document { get; init; }
}

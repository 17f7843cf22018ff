namespace IamCore.Policies;

/// <summary>A document as it is attached.</summary>
/// <param name="Document">The document, read as the type of the set it goes into.</param>
/// <param name="Name">Its name in reports; without one (or with an empty one) its place is its name, for example <c>identity[0]</c>.</param>
public sealed record NamedPolicy(PolicyDocument Document, string? Name = null)
{
    /// <summary>Where it came from, for people: for example <c>group Developers</c>. Without meaning for evaluation.</summary>
    public string? Origin { get; init; }
}

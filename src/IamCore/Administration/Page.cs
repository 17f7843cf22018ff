namespace IamCore.Administration;

/// <summary>A page of a list (ID-265).</summary>
/// <typeparam name="T">What the list is of.</typeparam>
/// <param name="Items">The items, in order; perhaps fewer than asked for, even none, though more follow.</param>
/// <param name="Marker">Where the next page begins; <see langword="null"/> after the last one.</param>
public sealed record Page<T>(ValueList<T> Items, string? Marker)
{
    /// <summary>Whether more follow.</summary>
    public bool IsTruncated => Marker is not null;
}

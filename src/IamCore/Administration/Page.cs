namespace IamCore.Administration;

/// <summary>A page of a list (ID-265).</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The items, in order. There may be fewer than requested, even none, although more follow.</param>
/// <param name="Marker">The marker to pass to get the next page; <see langword="null"/> on the last page.</param>
public sealed record Page<T>(ValueList<T> Items, string? Marker)
{
    /// <summary>Whether more items follow.</summary>
    public bool IsTruncated => Marker is not null;
}

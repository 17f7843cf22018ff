using IamCore.Model;

namespace IamCore.Stores;

/// <summary>A page of a list.</summary>
/// <param name="Revision">The revision the page is of.</param>
/// <param name="Items">The objects, at most as many as asked for.</param>
/// <param name="Next">Where the next page begins; <see langword="null"/> after the last one.</param>
public sealed record ObjectPage(long Revision, ValueList<DirectoryObject> Items, ListPosition? Next);

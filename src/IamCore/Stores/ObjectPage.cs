using IamCore.Model;

namespace IamCore.Stores;

/// <summary>A page of a list.</summary>
/// <param name="Revision">The revision at which the page was read.</param>
/// <param name="Items">The objects; at most as many as requested.</param>
/// <param name="Next">The position of the next page; <see langword="null"/> on the last page.</param>
public sealed record ObjectPage(long Revision, ValueList<DirectoryObject> Items, ListPosition? Next);

namespace IamCore;

/// <summary>A list: the objects of one kind and scope, in order of their folded names, then ids, both ordinal (ID-265).</summary>
public sealed record ObjectQuery
{
    /// <summary>Most objects a page can be asked to hold.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The kind listed.</summary>
    public required ObjectKind Kind { get; init; }

    /// <summary>The account's 12 digits; the empty string for objects above accounts.</summary>
    public required string Scope { get; init; }

    /// <summary>What <see cref="DirectoryObject.ListPath"/> begins with, case-sensitive.</summary>
    /// <value><c>/</c>, which narrows nothing</value>
    public string PathPrefix { get; init; } = "/";

    /// <summary>Lists only objects that refer to this one; <see langword="null"/> to list all.</summary>
    public ObjectReference? RefersTo { get; init; }

    /// <summary>The place after which the page begins; <see langword="null"/> for the first page.</summary>
    public ListPosition? After { get; init; }

    /// <summary>Most objects on the page, 1 to <see cref="MaxLimit"/>.</summary>
    /// <value>100</value>
    public int Limit { get; init; } = 100;
}

/// <summary>A place in a list, which stays a place when objects come and go.</summary>
/// <param name="FoldedName">The folded name of the last object before it.</param>
/// <param name="Id">The id of that object.</param>
public readonly record struct ListPosition(string FoldedName, string Id)
{
    /// <summary>The place right after an object.</summary>
    public static ListPosition Of(DirectoryObject last)
    {
        ArgumentNullException.ThrowIfNull(last);
        return new(DirectoryKeys.Fold(last.ListName), last.Id);
    }
}

/// <summary>A page of a list.</summary>
/// <param name="Revision">The revision the page is of.</param>
/// <param name="Items">The objects, at most as many as asked for.</param>
/// <param name="Next">Where the next page begins; <see langword="null"/> after the last one.</param>
public sealed record ObjectPage(long Revision, ValueList<DirectoryObject> Items, ListPosition? Next);

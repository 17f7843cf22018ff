using IamCore.Model;

namespace IamCore.Stores;

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

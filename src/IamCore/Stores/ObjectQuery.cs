using IamCore.Model;

namespace IamCore.Stores;

/// <summary>Selects a page of the objects of one kind and scope, ordered by folded name, then by id, both ordinal (ID-265).</summary>
public sealed record ObjectQuery
{
    /// <summary>The maximum of <see cref="Limit"/>: 1000.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The kind of objects.</summary>
    public required ObjectKind Kind { get; init; }

    /// <summary>The account's 12-digit id; empty for objects that belong to no account.</summary>
    public required string Scope { get; init; }

    /// <summary>The prefix of <see cref="DirectoryObject.ListPath"/>, case-sensitive.</summary>
    /// <value><c>/</c>, which selects all objects.</value>
    public string PathPrefix { get; init; } = "/";

    /// <summary>Selects only objects with this reference; <see langword="null"/> to select all.</summary>
    public ObjectReference? RefersTo { get; init; }

    /// <summary>The position after which the page begins; <see langword="null"/> for the first page.</summary>
    public ListPosition? After { get; init; }

    /// <summary>The maximum number of objects on the page, from 1 to <see cref="MaxLimit"/>.</summary>
    /// <value>100</value>
    public int Limit { get; init; } = 100;
}

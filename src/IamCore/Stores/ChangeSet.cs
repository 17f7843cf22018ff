namespace IamCore;

/// <summary>Changes that become one revision, or nothing (ID-256). No object is named twice among them.</summary>
public sealed record ChangeSet
{
    /// <summary>Objects to add or replace. The revision each carries is the one it must still have in the store, 0 for one that must not
    /// be there: a lost update is refused.</summary>
    public ValueList<DirectoryObject> Puts { get; init; } = ValueList<DirectoryObject>.Empty;

    /// <summary>Objects to remove, each with the revision it must still have.</summary>
    public ValueList<ExpectedRevision> Deletes { get; init; } = ValueList<ExpectedRevision>.Empty;

    /// <summary>Objects that are only read, each with the revision it must still have.</summary>
    public ValueList<ExpectedRevision> Unchanged { get; init; } = ValueList<ExpectedRevision>.Empty;

    /// <summary>Unique keys that nobody may hold before the change, for example a name that was looked up in vain.</summary>
    public ValueList<string> Unclaimed { get; init; } = ValueList<string>.Empty;

    /// <summary>Numbers of objects that must not be exceeded by the change (ID-258).</summary>
    public ValueList<CountLimit> Limits { get; init; } = ValueList<CountLimit>.Empty;
}

/// <summary>The revision an object must have when the change set is committed.</summary>
/// <param name="Key">The object.</param>
/// <param name="Revision">Its revision; 0 where it must not be there.</param>
public readonly record struct ExpectedRevision(ObjectKey Key, long Revision);

/// <summary>A number of objects that must not be exceeded after the change.</summary>
/// <param name="Kind">The kind counted.</param>
/// <param name="Scope">The account's 12 digits; the empty string for objects above accounts.</param>
/// <param name="Maximum">The most there may be.</param>
/// <param name="RefersTo">Counts only objects that refer to this one; <see langword="null"/> to count all.</param>
public sealed record CountLimit(ObjectKind Kind, string Scope, int Maximum, ObjectReference? RefersTo = null);
